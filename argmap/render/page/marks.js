// Marking the words that are looked for, without a change to the text (CSS Custom Highlight API).
import { placesOf, wordsOf } from "./find.js";

const MOST = 5000; // marks that are made at most: more are no help

/** Mark every place of the words of a query in some elements, in the named highlight. */
export function markAll(query, elements, name = "found") {
  if (!globalThis.CSS?.highlights) return;
  CSS.highlights.delete(name);
  const words = wordsOf(query);
  if (!words.length) return;
  const ranges = [];
  for (const element of elements) {
    const texts = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
    for (let text = texts.nextNode(); text && ranges.length < MOST; text = texts.nextNode()) {
      for (const word of words) {
        for (const [from, to] of placesOf(text.data, word)) {
          const range = new Range();
          range.setStart(text, from);
          range.setEnd(text, to);
          ranges.push(range);
        }
      }
    }
  }
  CSS.highlights.set(name, new Highlight(...ranges));
}
