// What a reader has done to a page, as the part of its address after `#`, and back.
//
// Folding is a level below which everything is folded, and the statements that are exceptions to it.

/** The words of an address, and the keys of the state that they stand for. */
const TEXTS = { at: "at", focus: "focus", find: "query", side: "side", kind: "kind", tag: "tag", by: "by" };

/** A page as nobody has touched it, folded below a level. */
export function untouched(level) {
  return {
    at: "",
    focus: "",
    query: "",
    side: "",
    kind: "",
    tag: "",
    by: "",
    level,
    others: new Set(),
    details: false,
  };
}

/** The state of a page as an address; nothing where it is untouched. */
export function addressOf(state, usual) {
  const said = new URLSearchParams();
  for (const [word, key] of Object.entries(TEXTS)) if (state[key]) said.set(word, state[key]);
  if (state.level !== usual) said.set("level", state.level === Infinity ? "all" : String(state.level));
  if (state.others.size) said.set("turned", [...state.others].join(" "));
  if (state.details) said.set("details", "1");
  return said.toString();
}

/** The state that an address stands for; what it does not say, or says wrongly, is as on an untouched page. */
export function stateOf(address, usual, isKnown) {
  const state = untouched(usual);
  const said = new URLSearchParams(address.replace(/^#/, ""));
  for (const [word, key] of Object.entries(TEXTS)) state[key] = said.get(word) ?? "";
  if (!isKnown(state.at)) state.at = "";
  if (!isKnown(state.focus)) state.focus = "";
  const level = said.get("level");
  if (level === "all") state.level = Infinity;
  else if (/^\d{1,4}$/.test(level ?? "")) state.level = Number(level);
  state.others = new Set((said.get("turned") ?? "").split(" ").filter(isKnown));
  state.details = said.get("details") === "1" && state.at !== "";
  return state;
}
