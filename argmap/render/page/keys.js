// The keyboard: what each key does, wherever the focus is and on the map.

/** Whether somebody is typing, or chooses from a list. */
function isTyping(target) {
  return target.matches?.("input, select, textarea, [contenteditable]");
}

/** Let the keys of a page run the actions of `app`. */
export function listen(app) {
  document.addEventListener("keydown", (event) => {
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
    if (document.querySelector("dialog[open]")) return;
    const typing = isTyping(event.target);
    const anywhere = { Escape: () => app.leave() };
    if (!typing) Object.assign(anywhere, { "/": () => app.search(), "?": () => app.help() });
    if (run(anywhere, event)) return;
    if (event.target.closest?.("#tree")) onMap(app, event);
  });
}

function run(actions, event) {
  const action = actions[event.key];
  if (!action) return false;
  event.preventDefault();
  action();
  return true;
}

function onMap(app, event) {
  const row = event.target.closest(".item")?.row;
  if (!row) return;
  if (/^[1-9]$/.test(event.key)) {
    event.preventDefault();
    app.toLevel(Number(event.key));
    return;
  }
  const actions = {
    ArrowDown: () => app.step(1),
    ArrowUp: () => app.step(-1),
    Home: () => app.step(-Infinity),
    End: () => app.step(Infinity),
    ArrowRight: () => app.inward(row),
    ArrowLeft: () => app.outward(row),
    Enter: () => app.open(row),
    " ": () => app.fold(row),
    f: () => app.focusOn(row.statement),
    o: () => app.toOutline(row.statement),
    n: () => app.match(1),
    p: () => app.match(-1),
    "*": () => app.toLevel(Infinity),
    "+": () => app.window.larger(),
    "=": () => app.window.larger(),
    "-": () => app.window.smaller(),
    0: () => app.window.zoom(1),
    Backspace: () => app.back(),
  };
  run(actions, event);
}
