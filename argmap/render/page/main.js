// The page: its map is read, drawn, and given to the reader.
import { App } from "./app.js";
import { connect, show } from "./bar.js";
import { linked } from "./graph.js";
import { listen } from "./keys.js";

const places = Object.fromEntries([...document.querySelectorAll("[id]")].map((element) => [element.id, element]));
const app = new App(linked(JSON.parse(places.data.textContent)), places, () => show(app, places));

document.body.classList.remove("plain");
document.body.classList.toggle("with-outline", !matchMedia("(max-width: 800px)").matches);
places.map.hidden = false;
document.querySelector(".tools").hidden = false;

connect(app, places);
listen(app);
app.come(location.hash);
document.fonts?.addEventListener("loadingdone", () => {
  app.picture.forget();
  app.draw();
});

places.tree.addEventListener("click", (event) => {
  const element = event.target.closest(".item");
  if (!element) return;
  const { row } = element;
  if (event.target.closest(".fold")) {
    app.moveTo(row);
    app.fold(row);
  } else if (event.target.closest(".to")) app.goTo(Number(event.target.closest(".to").dataset.to));
  else if (getSelection().isCollapsed) app.open(row);
});
places.tree.addEventListener("focusin", (event) => {
  const row = event.target.closest(".item")?.row;
  if (row && app.stop !== event.target) app.moveTo(row, false);
});
places.details.addEventListener("click", (event) => {
  const { to, tag } = event.target.closest("button")?.dataset ?? {};
  if (to !== undefined) app.goTo(Number(to));
  else if (tag !== undefined) app.filter({ tag });
});
places.way.addEventListener("click", (event) => {
  const { focus } = event.target.closest("button")?.dataset ?? {};
  if (focus !== undefined) app.focusOn(Number(focus));
});
