// The outline beside the map: each statement leads to its box, and is marked when its box is chosen.
import { mark } from "./elements.js";

export class Outline {
  constructor(section, { open }) {
    this.section = section;
    this.links = [...section.querySelectorAll("a[data-at]")];
    this.home = new Map();
    for (const link of this.links) {
      link.tabIndex = -1;
      if (!link.classList.contains("again")) this.home.set(Number(link.dataset.at), link);
    }
    this.current = null;
    this.stop = this.links[0] ?? null;
    if (this.stop) this.stop.tabIndex = 0;
    section.addEventListener("click", (event) => {
      const link = event.target.closest("a[data-at]");
      if (!link) return;
      event.preventDefault();
      open(Number(link.dataset.at));
    });
    section.addEventListener("focusin", (event) => this.rove(event.target));
    section.addEventListener("keydown", (event) => this.key(event));
  }

  /** Mark a statement, and bring it into sight. */
  choose(statement) {
    const link = this.home.get(statement) ?? null;
    if (link === this.current) return;
    if (this.current) mark(this.current, "aria-current", null);
    this.current = link;
    if (!link) return;
    mark(link, "aria-current", "true");
    this.rove(link);
    this.show(link);
  }

  show(link) {
    const outer = this.section.getBoundingClientRect();
    const inner = link.getBoundingClientRect();
    if (inner.top < outer.top || inner.bottom > outer.bottom) {
      this.section.scrollBy(0, inner.top - outer.top - outer.height / 3);
    }
  }

  /** Move the keyboard to a statement. */
  focus(statement) {
    (this.home.get(statement) ?? this.stop)?.focus();
  }

  rove(link) {
    if (!link.matches?.("a[data-at]")) return;
    if (this.stop) this.stop.tabIndex = -1;
    this.stop = link;
    link.tabIndex = 0;
  }

  /** Show only some statements, and the lines that lead to them; all where nothing is said. */
  only(kept) {
    const items = this.section.querySelectorAll("li:has(> div)");
    if (!kept) {
      for (const item of items) item.classList.remove("out");
      return;
    }
    for (const item of items) item.classList.add("out");
    for (const link of this.links) {
      if (!kept[Number(link.dataset.at)] || link.classList.contains("again")) continue;
      for (let at = link.closest("li"); at && this.section.contains(at); at = at.parentElement.closest("li")) {
        at.classList.remove("out");
      }
    }
    for (const link of this.section.querySelectorAll("li:not(.out) > ul > .out > div a.again")) {
      if (kept[Number(link.dataset.at)]) link.closest("li").classList.remove("out");
    }
  }

  /** The elements in which to mark what is found. */
  lines() {
    return this.section.querySelectorAll("li > div");
  }

  key(event) {
    const moves = { ArrowDown: 1, ArrowUp: -1, Home: -Infinity, End: Infinity };
    const move = moves[event.key];
    if (move === undefined || event.ctrlKey || event.altKey || event.metaKey) return;
    event.preventDefault();
    const seen = this.links.filter((link) => !link.closest(".out"));
    const at = Math.min(seen.length - 1, Math.max(0, seen.indexOf(this.stop) + move));
    seen[at]?.focus();
  }
}
