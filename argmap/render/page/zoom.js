// The window onto the picture: size, scrolling, dragging.

const STEPS = [0.1, 0.15, 0.25, 0.33, 0.5, 0.67, 0.8, 0.9, 1, 1.1, 1.25, 1.5, 1.75, 2, 2.5, 3];

export class Window {
  /** `frame` scrolls over `sizer`, as large as the scaled `sheet` in it; a key and `details` may lie over the frame. */
  constructor({ frame, sizer, sheet, lines, details }, onSize) {
    Object.assign(this, { frame, sizer, sheet, lines, details, onSize, key: frame.lastElementChild });
    this.scale = 1;
    this.size = { width: 0, height: 0 };
    frame.addEventListener("wheel", (event) => this.wheel(event), { passive: false });
    frame.addEventListener("pointerdown", (event) => this.drag(event));
  }

  /** The picture has another size, in pixels at 100 %. */
  resize(size) {
    this.size = size;
    const { width, height } = size;
    this.lines.setAttribute("width", width);
    this.lines.setAttribute("height", height);
    this.sizer.style.width = `${width * this.scale}px`;
    this.sizer.style.height = `${height * this.scale}px`;
    this.sheet.style.width = `${width}px`;
    this.sheet.style.height = `${height}px`;
  }

  /** Scale the picture; what is at a point of the frame, usually its middle, stays there. */
  zoom(scale, x = this.frame.clientWidth / 2, y = this.frame.clientHeight / 2) {
    const before = this.scale;
    this.scale = Math.min(STEPS.at(-1), Math.max(STEPS[0], scale));
    const { frame } = this;
    const left = ((frame.scrollLeft + x) * this.scale) / before - x;
    const top = ((frame.scrollTop + y) * this.scale) / before - y;
    this.sheet.style.transform = this.scale === 1 ? "" : `scale(${this.scale})`;
    this.resize(this.size);
    frame.scrollTo(left, top);
    this.onSize(this.scale);
  }

  larger() {
    this.zoom(STEPS.find((step) => step > this.scale + 0.01) ?? STEPS.at(-1));
  }

  smaller() {
    this.zoom(STEPS.findLast((step) => step < this.scale - 0.01) ?? STEPS[0]);
  }

  fit() {
    const { clientWidth, clientHeight } = this.frame;
    const high = clientHeight - this.key.offsetHeight;
    this.zoom(Math.min(1, clientWidth / this.size.width, high / this.size.height));
    this.frame.scrollTo(0, 0);
  }

  /** Where an element is in the frame. */
  placeOf(element) {
    const { left, top } = element.getBoundingClientRect();
    return { left, top };
  }

  /** Scroll so that an element is where it was. */
  keep(element, before) {
    const { left, top } = this.placeOf(element);
    this.frame.scrollBy(left - before.left, top - before.top);
  }

  /** The part of the frame over which nothing lies. */
  sight() {
    const { left, top, right, bottom } = this.frame.getBoundingClientRect();
    const panel = this.details.getBoundingClientRect();
    const covered = panel.width > 0 && panel.left < right && panel.top > top ? panel.top : bottom;
    const low = Math.min(bottom - this.key.offsetHeight, covered);
    return { left, top, right, bottom: low, height: low - top };
  }

  /** Scroll an element into sight; to the middle where it was out of sight. */
  show(element, middle = false) {
    const outer = this.sight();
    const inner = element.getBoundingClientRect();
    const isSeen =
      inner.top >= outer.top && inner.bottom <= outer.bottom && inner.left >= outer.left && inner.right <= outer.right;
    if (isSeen && !middle) return;
    const far = middle || inner.bottom < outer.top || inner.top > outer.bottom;
    const sideways = inner.left >= outer.left && inner.right <= outer.right ? 0 : inner.left - outer.left - 40;
    const down = far
      ? inner.top + Math.min(inner.height, outer.height) / 2 - outer.top - outer.height / 2
      : inner.top < outer.top
        ? inner.top - outer.top - 40
        : Math.min(inner.bottom - outer.bottom + 40, inner.top - outer.top);
    this.frame.scrollBy(sideways, down);
  }

  wheel(event) {
    if (!event.ctrlKey && !event.metaKey) return;
    event.preventDefault();
    const outer = this.frame.getBoundingClientRect();
    this.zoom(this.scale * Math.exp(-event.deltaY / 300), event.clientX - outer.left, event.clientY - outer.top);
  }

  /** Drag the picture by its ground; fingers scroll by themselves. */
  drag(event) {
    if (event.pointerType !== "mouse" || event.button !== 0 || event.target.closest(".item, .strip, .question")) return;
    const { frame } = this;
    const from = { x: event.clientX + frame.scrollLeft, y: event.clientY + frame.scrollTop };
    const outer = frame.getBoundingClientRect();
    if (event.clientX > outer.left + frame.clientWidth || event.clientY > outer.top + frame.clientHeight) return;
    frame.setPointerCapture(event.pointerId);
    frame.classList.add("dragged");
    const move = ({ clientX, clientY }) => frame.scrollTo(from.x - clientX, from.y - clientY);
    frame.addEventListener("pointermove", move);
    frame.addEventListener(
      "lostpointercapture",
      () => {
        frame.removeEventListener("pointermove", move);
        frame.classList.remove("dragged");
      },
      { once: true },
    );
  }
}
