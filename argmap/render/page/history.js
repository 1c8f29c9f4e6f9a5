// Where a reader has been: the address of the page, with a memory of its own where the page may not change it.

export class Past {
  /**
   * `come` is called with the address that the reader has gone back, or forward, to, and with what `where` told when it
   * was left: the place of the keyboard.
   */
  constructor(come, where) {
    this.own = []; // used where a page in a frame has no address of its own
    this.isOwn = false;
    this.steps = history.state?.steps ?? 0;
    this.last = location.hash;
    this.timer = 0;
    addEventListener("popstate", (event) => {
      clearTimeout(this.timer);
      this.steps = event.state?.steps ?? 0;
      this.last = location.hash;
      come(this.last, event.state?.where);
    });
    Object.assign(this, { come, where });
  }

  /** Remember the address at which the reader is; with `isStep` the one before can be gone back to. */
  write(address, isStep) {
    const next = `#${address}`;
    clearTimeout(this.timer);
    if (!isStep) {
      // Browsers do not like an address that changes with every letter.
      this.timer = setTimeout(() => this.set("replaceState", next), 150);
      this.last = next;
      return;
    }
    this.set("replaceState", this.last);
    this.steps += 1;
    this.own.push([this.last, this.where()]);
    this.last = next;
    this.set("pushState", next);
  }

  set(method, address) {
    if (this.isOwn) return;
    try {
      history[method]({ steps: this.steps, where: this.where() }, "", address);
    } catch {
      this.isOwn = true;
    }
  }

  get canGoBack() {
    return this.steps > 0;
  }

  back() {
    if (!this.canGoBack) return;
    clearTimeout(this.timer);
    if (!this.isOwn) {
      history.back();
      return;
    }
    this.steps -= 1;
    const [address, where] = this.own.pop();
    this.last = address;
    this.come(address, where);
  }
}
