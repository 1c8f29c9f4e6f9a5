// What a reader can do: each action changes the state, and the state is drawn.
import { addressOf, stateOf } from "./address.js";
import { nameOf } from "./boxes.js";
import { detailsOf } from "./details.js";
import { found, isFiltered, narrowed, passes } from "./find.js";
import { titleOf } from "./graph.js";
import { Past } from "./history.js";
import { isFolded, usualLevel } from "./levels.js";
import { markAll } from "./marks.js";
import { Outline } from "./outline.js";
import { Picture } from "./picture.js";
import { depthsOf, hasControl, hiddenBelow, shown, wayTo } from "./shown.js";
import { Window } from "./zoom.js";

/** What of the state leaves every box in its place. */
const LOOKS = new Set(["at", "query", "details"]);

export class App {
  /** `places` are the elements of the page by their ids; `onChange` is called after each change. */
  constructor(map, places, onChange) {
    Object.assign(this, { map, places, onChange });
    this.whole = shown(map, { tops: map.tops });
    this.depths = depthsOf(map);
    this.deepest = this.depths.reduce((most, depth) => Math.max(most, depth), 0);
    this.usual = usualLevel(this.depths);
    this.picture = new Picture(map, places);
    this.window = new Window({ frame: places.map, ...places }, () => this.onChange());
    this.outline = new Outline(places.outline, { open: (statement) => this.fromOutline(statement) });
    this.past = new Past(
      (address, where) => this.come(address, where),
      () => this.cursor,
    );
    this.cursor = "";
    this.state = this.read(location.hash);
  }

  read(address) {
    return stateOf(address, this.usual, (id) => this.map.numbers.has(id));
  }

  /** The statement that is chosen, or -1. */
  get chosen() {
    return this.map.numbers.get(this.state.at) ?? -1;
  }

  /** Whether a statement is folded in a state; levels count from the branch that alone is shown. */
  isFolded(statement, state = this.state) {
    const top = this.map.numbers.get(state.focus);
    const depth = this.depths[statement] - (top === undefined ? 0 : this.depths[top]);
    return isFolded(state, this.map.statements[statement].id, depth);
  }

  /** The exceptions from folding by levels in a state, and those statements unfolded. */
  unfolded(statements, state) {
    const others = new Set(state.others);
    for (const statement of statements) {
      const { id } = this.map.statements[statement];
      if (this.isFolded(statement, state) && !others.delete(id)) others.add(id);
    }
    return others;
  }

  // ---- from the state to the screen

  /** Show the page as it was at an address, with the keyboard at the row of that name, if it is on screen. */
  come(address, where = "") {
    this.state = this.read(address);
    this.draw();
    const row = this.picture.view.rows.find((one) => nameOf(one) === where);
    if (row) {
      this.moveTo(row);
      this.window.show(this.elementOf(row));
    } else if (this.chosen >= 0) this.goTo(this.chosen, { isStep: false, focus: false });
    else this.window.show(this.elementOf(this.picture.view.roots[0]), true);
  }

  /** Change the state; `keep` is a row that is to stay where it is on screen. */
  change(changes, { isStep = false, keep = null } = {}) {
    const element = keep && this.elementOf(keep);
    const before = element && this.window.placeOf(element);
    Object.assign(this.state, changes);
    this.past.write(addressOf(this.state, this.usual), isStep);
    if (Object.keys(changes).every((key) => LOOKS.has(key))) this.settle();
    else this.draw();
    if (element?.isConnected) this.window.keep(element, before);
  }

  /** Draw everything anew. */
  draw() {
    const { map, state, picture } = this;
    const was = this.narrow;
    this.narrow = isFiltered(state)
      ? narrowed(
          map,
          map.statements.flatMap((s, n) => (passes(s, state) ? [n] : [])),
        )
      : null;
    this.keeps = this.narrow?.keeps ?? (() => true);
    const view = shown(map, {
      tops: this.tops(),
      isFolded: (statement) => this.isFolded(statement),
      keeps: this.keeps,
    });
    const hadFocus = this.places.tree.contains(document.activeElement);
    this.seek();
    picture.draw(view, (row) => this.standing(row));
    this.window.resize(picture.size);
    if (was || this.narrow) this.outline.only(this.narrow?.kept ?? null);
    this.marked = null;
    this.showChosen();
    this.rove(hadFocus);
  }

  /** Show what is chosen, and what is found, where the picture stays. */
  settle() {
    this.seek();
    this.picture.refresh((row) => this.standing(row));
    this.showChosen();
  }

  /** Find the statements that are looked for. */
  seek() {
    this.matches = found(this.map, this.state.query).filter((n) => !this.narrow || this.narrow.kept[n]);
    this.hits = new Set(this.matches);
  }

  /** Show what is chosen beside the picture, and mark what is looked for where that was not done yet. */
  showChosen() {
    const { state, places } = this;
    this.outline.choose(this.chosen);
    this.showDetails();
    if (state.query !== this.marked) markAll(state.query, [places.tree, places.outline, places.details]);
    this.marked = state.query;
    this.onChange();
  }

  /** The roots that are shown. */
  tops() {
    const { map, narrow } = this;
    const focus = map.numbers.get(this.state.focus);
    if (focus !== undefined) return [{ statement: focus, tag: this.tagOf(focus) }];
    const isKept = ({ statement }) => !narrow || narrow.kept[statement] || statement === map.thesis;
    return map.tops.flatMap((top) => {
      if (!narrow || !top.positions) return isKept(top) ? [top] : [];
      const positions = top.positions.filter(isKept);
      return positions.length ? [{ ...top, positions, of: top }] : [];
    });
  }

  /** The tag of a statement in its usual place. */
  tagOf(statement) {
    const row = this.whole.home.get(statement);
    return row.argument < 0 ? row.tag : this.map.arguments[row.argument].tags[row.premise];
  }

  standing(row) {
    const { statement } = row;
    const control = row.isBox && hasControl(this.map, statement, this.keeps);
    const folded = control && this.isFolded(statement);
    return {
      control,
      folded,
      hidden: folded ? hiddenBelow(this.map, statement, this.picture.view.home, this.keeps) : 0,
      selected: row.isBox && statement === this.chosen,
      hit: this.hits.has(statement),
      aside: Boolean(this.narrow) && !this.narrow.matching.has(statement),
    };
  }

  elementOf(row) {
    return this.picture.elements.get(row);
  }

  /** The box of a statement on screen, if it is there. */
  boxOf(statement) {
    return this.picture.view.home.get(statement);
  }

  showDetails() {
    const { map, places, state } = this;
    const panel = places.details;
    panel.hidden = !state.details || this.chosen < 0;
    if (panel.hidden) return;
    if (this.detailed === this.chosen && panel.firstChild) return;
    this.detailed = this.chosen;
    this.marked = null;
    const statement = this.chosen;
    const row = this.boxOf(statement) ?? this.whole.home.get(statement);
    panel.replaceChildren(
      ...detailsOf(map, row, [
        {
          words: "Only this branch",
          title: "Only this branch, or the whole map again",
          run: () => this.focusOn(statement),
        },
        { words: "In the outline", title: "In the outline", run: () => this.toOutline(statement) },
        { words: "×", title: "Close the details", run: () => this.closeDetails() },
      ]),
    );
    panel.scrollTop = 0;
  }

  // ---- the keyboard's place on the map

  /** Give the place of the keyboard to a row that is on screen; with `focus` the keyboard too. */
  rove(focus) {
    const { rows } = this.picture.view;
    const row =
      rows.find((one) => nameOf(one) === this.cursor) ??
      this.boxOf(this.chosen) ??
      this.boxOf(this.map.thesis) ??
      rows[0];
    this.moveTo(row, focus);
  }

  moveTo(row, focus = true) {
    if (this.stop) this.stop.tabIndex = -1;
    this.cursor = nameOf(row);
    this.stop = this.elementOf(row);
    this.stop.tabIndex = 0;
    if (focus && document.activeElement !== this.stop) this.stop.focus({ preventScroll: true });
  }

  /** The row at which the keyboard is. */
  get row() {
    return this.stop.row;
  }

  /** Go some rows on. */
  step(by) {
    const { rows } = this.picture.view;
    const at = Math.min(rows.length - 1, Math.max(0, rows.indexOf(this.row) + by));
    this.visit(rows[at]);
  }

  /** Go to a row; it is chosen, and told in the details if they are open. */
  visit(row) {
    this.moveTo(row);
    this.window.show(this.elementOf(row));
    this.change({ at: this.map.statements[row.statement].id });
  }

  inward(row) {
    if (!row.isBox) this.goTo(row.statement);
    else if (this.standing(row).folded) this.fold(row);
    else if (row.children.length) this.visit(row.children[0]);
  }

  outward(row) {
    const { control, folded } = this.standing(row);
    if (control && !folded) this.fold(row);
    else if (row.parent) this.visit(row.parent);
  }

  // ---- what a reader does

  /** Open the details of a row; a reference is followed. */
  open(row) {
    if (!row.isBox) {
      this.goTo(row.statement);
      return;
    }
    const { id } = this.map.statements[row.statement];
    this.moveTo(row);
    this.change({ details: true, at: id });
    this.window.show(this.elementOf(row));
  }

  closeDetails() {
    const hadFocus = this.places.details.contains(document.activeElement);
    this.change({ details: false });
    if (hadFocus) this.moveTo(this.row);
  }

  /** Fold or unfold a statement. */
  fold(row) {
    if (!this.standing(row).control) return;
    const { id } = this.map.statements[row.statement];
    const others = new Set(this.state.others);
    if (!others.delete(id)) others.add(id);
    const folded = !this.isFolded(row.statement);
    this.change({ others }, { keep: row });
    this.tell(`${folded ? "Folded" : "Unfolded"}: ${titleOf(this.map.statements[row.statement])}`);
  }

  /** Show so many levels below the roots. */
  toLevel(level) {
    const next = level >= this.deepest ? Infinity : Math.max(0, level);
    this.change(
      { level: next, others: new Set() },
      { keep: this.boxOf(this.map.thesis) ?? this.picture.view.roots[0] },
    );
    this.window.show(this.stop);
    this.tell(next === Infinity ? "All levels" : `Levels: ${next}`);
  }

  /** Show only what is below a statement; the whole map when it is shown so already. */
  focusOn(statement) {
    const { id } = this.map.statements[statement];
    const changes = { focus: this.state.focus === id ? "" : id, at: id };
    if (changes.focus) changes.others = this.unfolded([statement], { ...this.state, ...changes });
    this.change(changes, { isStep: true });
    this.window.show(this.elementOf(this.boxOf(statement) ?? this.picture.view.roots[0]), true);
  }

  /** Follow a reference: what hides the statement is unfolded, and one can go back. */
  goTo(statement, { isStep = true, focus = true } = {}) {
    const { map, state } = this;
    const changes = { at: map.statements[statement].id };
    if (!this.boxOf(statement)) {
      let open = shown(map, { tops: this.tops(), keeps: this.keeps });
      if (!open.home.has(statement)) {
        Object.assign(changes, { focus: "", side: "", kind: "", tag: "", by: "" });
        open = this.whole;
      }
      changes.others = this.unfolded(wayTo(open, statement).slice(0, -1), { ...state, ...changes });
    }
    this.change(changes, { isStep });
    const row = this.boxOf(statement);
    this.moveTo(row, focus);
    this.window.show(this.elementOf(row));
  }

  fromOutline(statement) {
    const { body } = document;
    if (matchMedia("(max-width: 800px)").matches) body.classList.remove("with-outline");
    this.goTo(statement);
  }

  toOutline(statement) {
    document.body.classList.add("with-outline");
    this.onChange();
    this.outline.focus(statement);
  }

  /** Look for words. */
  look(query) {
    if (query === this.state.query) return;
    this.state.query = query;
    this.seek();
    if (this.matches.length) this.match(0);
    else this.change({ query });
    this.tell(this.matches.length ? `${this.matches.length} found` : query ? "Nothing found" : "");
  }

  /** Go to another match, that many further on from the statement at which the keyboard is. */
  match(by) {
    const { matches } = this;
    if (!matches.length) return;
    const here = this.row.statement;
    const after = matches.findIndex((statement) => statement >= here);
    const isOn = this.hits.has(here);
    let at = after < 0 ? matches.length : after;
    if (isOn) at += by;
    else if (by < 0) at -= 1;
    const statement = matches[(at + matches.length) % matches.length];
    this.goTo(statement, { isStep: false, focus: this.places.tree.contains(document.activeElement) });
  }

  /** Show only statements of a side, kind, tag or speaker, with what leads to them; the folding before comes back. */
  filter(changes) {
    const was = isFiltered(this.state);
    const next = { ...this.state, ...changes };
    if (!was && isFiltered(next)) {
      this.before = { level: this.state.level, others: this.state.others };
      Object.assign(changes, { level: Infinity, others: new Set() });
    } else if (was && !isFiltered(next))
      Object.assign(changes, this.before ?? { level: this.usual, others: new Set() });
    this.change(changes, { isStep: !was });
    this.window.show(this.stop, true);
    if (this.narrow) this.tell(`${this.narrow.matching.size} of ${this.map.statements.length} statements`);
  }

  back() {
    this.past.back();
  }

  search() {
    this.places.find.focus();
    this.places.find.select();
  }

  help() {
    this.places.help.showModal();
  }

  /** Leave what was entered last: the details, the search, the filters, the branch. */
  leave() {
    const { state } = this;
    const isSearching = document.activeElement === this.places.find;
    if (this.places.filters.open) {
      this.places.filters.open = false;
      this.places.filters.firstElementChild.focus();
    } else if (isSearching && !state.query) this.moveTo(this.row);
    else if (!isSearching && state.details) this.closeDetails();
    else if (state.query) {
      this.change({ query: "" });
      this.moveTo(this.row);
    } else if (isFiltered(state)) this.filter({ side: "", kind: "", tag: "", by: "" });
    else if (state.focus) this.focusOn(this.map.numbers.get(state.focus));
  }

  /** Say something to those who cannot see it. */
  tell(words) {
    this.places.told.textContent = words;
  }
}
