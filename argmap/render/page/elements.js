// Making elements: text is always text, never markup.

/** An element with attributes, event handlers (`onclick`) and children; what is null or undefined is left out. */
export function make(name, attributes = {}, ...children) {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (value === null || value === undefined || value === false) continue;
    if (key.startsWith("on")) element.addEventListener(key.slice(2), value);
    else element.setAttribute(key, value === true ? "" : value);
  }
  element.append(...children.filter((child) => child !== null && child !== undefined && child !== false));
  return element;
}

/** A text of the map, in its own language and direction. */
export function said(map, name, className, text) {
  return make(name, { class: `said ${className}`.trim(), lang: languageOf(map) }, text);
}

/** The language of a map, null when it is none that a browser knows. */
export function languageOf(map) {
  return /^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$/.test(map.language ?? "") ? map.language : null;
}

/** Set an attribute, or take it away. */
export function mark(element, name, value) {
  if (value === null || value === undefined || value === false) element.removeAttribute(name);
  else if (element.getAttribute(name) !== String(value)) element.setAttribute(name, value);
}
