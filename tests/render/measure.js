// What is wrong with a drawn map, measured where it is shown: texts by the browser's own fonts, lines point by point.

/** The faults of each SVG, as sentences. */
function faultsOf(drawings, tolerance) {
  return drawings.map((drawing) => {
    const host = document.createElement("div");
    host.innerHTML = drawing.slice(drawing.indexOf("<svg"));
    document.body.replaceChildren(host);
    return faults(host.querySelector("svg"), tolerance);
  });
}

function faults(svg, tolerance) {
  const found = [];
  const besides = Math.max(tolerance, 1); // some letters reach a little into the next
  const texts = [...svg.querySelectorAll("text")].map((text) => {
    const { x, y, width, height } = text.getBBox();
    const size = Number(text.getAttribute("font-size"));
    const base = Number(text.getAttribute("y"));
    const name = `“${text.textContent}”`;
    const whole = { name, left: x, top: y, right: x + width, bottom: y + height };
    // The room of a line is that of its capitals: lines stand closer than fonts are high.
    return { ...whole, text, letters: { ...whole, top: base - 0.72 * size, bottom: base } };
  }).filter(({ text }) => text.textContent.trim());
  const boxes = [...svg.querySelectorAll("g.statement")].map((group) => ({
    ...rectangle(group.querySelector("path, polygon")), name: group.id, group,
  }));
  const bars = [...svg.querySelectorAll("g.part")].flatMap((part) => {
    const shape = part.querySelector("polygon");
    return shape ? [{ ...rectangle(shape), name: `the bar “${part.textContent.trim()}”` }] : [];
  });
  const solid = [...boxes, ...bars];

  pairs(solid, (one, other) => {
    if (overlap(one, other, tolerance)) found.push(`${one.name} covers ${other.name}`);
  });
  for (const box of boxes) {
    const own = texts.filter(({ text }) => box.group.contains(text));
    for (const text of own)
      for (const [side, by] of Object.entries(beyond(text, box)))
        if (by > tolerance) found.push(`${text.name} leaves ${box.name} by ${by.toFixed(1)} at its ${side}`);
    pairs(own, (one, other) => {
      if (overlap(one.letters, other.letters, besides)) found.push(`${one.name} covers ${other.name} in ${box.name}`);
    });
    for (const text of texts)
      if (!own.includes(text) && overlap(text.letters, box, tolerance)) found.push(`${box.name} covers ${text.name}`);
  }
  const loose = texts.filter(({ text }) => !text.closest("g.statement, g.edge, g.cross"));
  pairs(loose, (one, other) => {
    if (overlap(one.letters, other.letters, besides)) found.push(`${one.name} covers ${other.name}`);
  });
  const inTheWay = [...solid, ...loose.map(({ letters }) => letters)];
  for (const path of svg.querySelectorAll("g.edge path, g.cross path")) {
    const reach = rectangle(path);
    const near = inTheWay.filter((thing) => overlap(thing, reach, tolerance));
    const points = near.length ? along(path) : [];
    // A line begins and ends at a box.
    const free = points.filter((point) => far(point, points[0]) > 4 * tolerance && far(point, points.at(-1)) > 4 * tolerance);
    const crossed = new Set();
    for (const point of free) for (const thing of near) if (holds(thing, point, tolerance)) crossed.add(thing.name);
    for (const name of crossed) found.push(`a line runs through ${name}`);
  }
  const points = [...svg.querySelectorAll("g.edge polygon")].map((shape) => ({
    ...rectangle(shape), corners: [...shape.points],
  }));
  pairs(points, (one, other) => {
    if (overlap(one, other, tolerance) && meet(one.corners, other.corners, tolerance / 2))
      found.push(`the points of two arrows cover each other at ${one.left.toFixed()}, ${one.top.toFixed()}`);
  });
  const graph = svg.querySelector("g.graph");
  const moved = svg.getScreenCTM().inverse().multiply(graph.getScreenCTM());
  const { x, y, width, height } = svg.viewBox.baseVal;
  const page = {
    left: x - moved.e / moved.a, top: y - moved.f / moved.d,
    right: (x + width - moved.e) / moved.a, bottom: (y + height - moved.f) / moved.d,
  };
  for (const thing of [...texts, ...solid])
    for (const [side, by] of Object.entries(beyond(thing, page)))
      if (by > 0) found.push(`${thing.name} leaves the picture by ${by.toFixed(1)} at its ${side}`);
  return found;
}

/** Points on a chain of cubic curves, no further than about three from each other: a hundred times faster than asking. */
function along(path) {
  const said = path.getAttribute("d");
  if (!/^M[^A-Za-z]*(C[^A-Za-z]*)*$/.test(said)) throw new Error(`not a chain of cubic curves: ${said}`);
  const numbers = said.match(/-?[\d.]+/g).map(Number);
  const corners = numbers.flatMap((x, at) => (at % 2 ? [] : [{ x, y: numbers[at + 1] }]));
  const found = [corners[0]];
  for (let at = 0; at + 3 < corners.length; at += 3) {
    const [a, b, c, d] = corners.slice(at, at + 4);
    const steps = Math.ceil((far(a, b) + far(b, c) + far(c, d)) / 3) || 1;
    for (let step = 1; step <= steps; step += 1) {
      const t = step / steps;
      const u = 1 - t;
      const on = (from, one, other, to) => u ** 3 * from + 3 * u * u * t * one + 3 * u * t * t * other + t ** 3 * to;
      found.push({ x: on(a.x, b.x, c.x, d.x), y: on(a.y, b.y, c.y, d.y) });
    }
  }
  return found;
}

function far(one, other) {
  return Math.hypot(one.x - other.x, one.y - other.y);
}

function rectangle(shape) {
  const { x, y, width, height } = shape.getBBox();
  return { shape, left: x, top: y, right: x + width, bottom: y + height };
}

function beyond(inner, outer) {
  return {
    left: outer.left - inner.left, top: outer.top - inner.top,
    right: inner.right - outer.right, bottom: inner.bottom - outer.bottom,
  };
}

function overlap(one, other, by) {
  return (
    one.left < other.right - by && other.left < one.right - by && one.top < other.bottom - by && other.top < one.bottom - by
  );
}

/** Whether shapes without hollows cover each other by more than a distance: no straight line runs between them. */
function meet(one, other, by) {
  return [one, other].every((shape) => shape.every((a, at) => {
    const b = shape[(at + 1) % shape.length];
    const length = far(a, b);
    if (!length) return true;
    const [first, second] = [one, other].map((points) => points.map((p) => (p.x * (b.y - a.y) - p.y * (b.x - a.x)) / length));
    return Math.max(...first) > Math.min(...second) + by && Math.max(...second) > Math.min(...first) + by;
  }));
}

function holds({ shape, left, top, right, bottom }, { x, y }, by) {
  const isWithin = left + by < x && x < right - by && top + by < y && y < bottom - by;
  return isWithin && (!shape || shape.isPointInFill({ x, y })); // round ones have corners that they do not fill
}

function pairs(things, tell) {
  things.forEach((one, at) => things.slice(at + 1).forEach((other) => tell(one, other)));
}
