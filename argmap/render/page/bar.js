// The bar above the map: its controls show the state, and change it.
import { choices, isFiltered } from "./find.js";
import { titleOf } from "./graph.js";
import { make, said } from "./elements.js";
import { wayTo } from "./shown.js";

const THEME = "argmap-theme";

/** Let the controls run the actions of the app. */
export function connect(app, places) {
  const on = (id, event, run) => places[id].addEventListener(event, run);
  const { map, window: frame } = app;
  const { tags, speakers } = choices(map);
  places.tag.append(...tags.map((name) => make("option", { value: name }, name)));
  places.by.append(...speakers.map((name) => make("option", { value: name }, name)));
  places.tag.parentElement.hidden = !tags.length;
  places.by.parentElement.hidden = !speakers.length;
  for (let level = 0; level < app.deepest; level += 1) {
    places.level.append(
      make("option", { value: level }, level ? `${level} level${level > 1 ? "s" : ""}` : "roots only"),
    );
  }
  places.level.append(make("option", { value: "all" }, "all levels"));

  on("find", "input", () => app.look(places.find.value));
  on("find", "keydown", (event) => {
    if (event.key !== "Enter") return;
    event.preventDefault();
    app.match(event.shiftKey ? -1 : 1);
  });
  on("next", "click", () => app.match(1));
  on("previous", "click", () => app.match(-1));
  for (const id of ["side", "kind", "tag", "by"]) on(id, "change", () => app.filter({ [id]: places[id].value }));
  on("clear", "click", () => app.filter({ side: "", kind: "", tag: "", by: "" }));
  on("level", "change", () => app.toLevel(places.level.value === "all" ? Infinity : Number(places.level.value)));
  on("less", "click", () => app.toLevel(Math.min(app.state.level, app.deepest) - 1));
  on("more", "click", () => app.toLevel(app.state.level + 1));
  on("smaller", "click", () => frame.smaller());
  on("larger", "click", () => frame.larger());
  on("size", "click", () => frame.zoom(1));
  on("fit", "click", () => frame.fit());
  on("back", "click", () => app.back());
  on("show-help", "click", () => app.help());
  on("show-outline", "click", () => {
    document.body.classList.toggle("with-outline");
    show(app, places);
  });
  on("theme", "click", () => {
    setTheme(isDark() ? "light" : "dark");
    show(app, places);
  });
  setTheme(remembered());
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => show(app, places));
  document.addEventListener("pointerdown", (event) => {
    if (!places.filters.contains(event.target)) places.filters.open = false;
  });
}

/** Show the state in the controls. */
export function show(app, places) {
  const { state, matches, map } = app;
  if (places.find.value !== state.query) places.find.value = state.query;
  const at = matches.indexOf(app.chosen);
  places.count.textContent = state.query
    ? matches.length
      ? `${at < 0 ? "–" : at + 1} of ${matches.length}`
      : "none"
    : "";
  places.next.disabled = places.previous.disabled = !matches.length;
  for (const id of ["side", "kind", "tag", "by"]) places[id].value = state[id];
  const filtered = isFiltered(state);
  places.filters.classList.toggle("on", filtered);
  places.filters.firstElementChild.textContent = filtered ? `Filter: ${app.narrow.matching.size}` : "Filter";
  places.level.value = state.level >= app.deepest ? "all" : String(state.level);
  places.less.disabled = app.deepest === 0 || state.level <= 0;
  places.more.disabled = state.level >= app.deepest;
  places.size.textContent = `${Math.round(app.window.scale * 100)}%`;
  places.back.disabled = !app.past.canGoBack;
  places["show-outline"].setAttribute("aria-pressed", String(document.body.classList.contains("with-outline")));
  places.theme.textContent = isDark() ? "Light" : "Dark";
  way(app, places.way, map.numbers.get(state.focus));
}

/** The way from the thesis to the branch that alone is shown. */
function way(app, nav, focus) {
  nav.hidden = focus === undefined;
  if (nav.hidden || nav.dataset.of === String(focus)) return;
  nav.dataset.of = focus;
  const above = wayTo(app.whole, focus);
  const steps = above.map((statement, n) => {
    const title = said(app.map, "bdi", "", titleOf(app.map.statements[statement]));
    if (n === above.length - 1) return make("li", { "aria-current": "true" }, title);
    return make("li", {}, make("button", { "data-focus": statement }, title));
  });
  nav.replaceChildren(make("button", { "data-focus": focus }, "Whole map"), make("ol", {}, ...steps));
}

function isDark() {
  const { theme } = document.documentElement.dataset;
  return theme ? theme === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
}

function setTheme(theme) {
  if (!theme) return;
  document.documentElement.dataset.theme = theme;
  try {
    localStorage.setItem(THEME, theme);
  } catch {
    // A page in a frame may remember nothing.
  }
}

function remembered() {
  try {
    return localStorage.getItem(THEME);
  } catch {
    return null;
  }
}
