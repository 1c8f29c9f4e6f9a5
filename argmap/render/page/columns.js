// How high each node of a picture stands: the layout of argmap/render/tidy/columns.py.
//
// The fullest column is packed from the top, and no other reaches further than it does. From there on outwards each
// column keeps its order and comes as near as can be to where its lines would be even.

import { PT } from "./units.js";

export const GAPS = { siblings: 10 * PT, cousins: 14 * PT, roots: 20 * PT };

/**
 * The top of each node; the least is nought.
 *
 * @param nodes {height, entry, branches: [[where lines begin, nodes from the top]]}
 * @param roots the nodes of the first column
 */
export function arranged(nodes, roots, gaps = GAPS) {
  const columns = [roots.map((root) => ({ parent: -1, port: 0, members: [root], root }))];
  while (columns.at(-1).length) columns.push(following(nodes, columns.at(-1)));
  columns.pop();
  const tops = new Array(nodes.length).fill(0);
  const extents = columns.map((column) => pack(nodes, column, tops, gaps));
  const height = extents.reduce((most, extent) => Math.max(most, extent), 0);
  const fullest = extents.indexOf(height);
  for (let at = fullest - 1; at >= 0; at -= 1) followChildren(nodes, columns[at], tops, height - extents[at]);
  for (let at = fullest + 1; at < columns.length; at += 1)
    followParents(nodes, columns[at], tops, height - extents[at]);
  return tops;
}

function following(nodes, column) {
  const next = [];
  for (const group of column) {
    for (const member of group.members) {
      for (const [port, members] of nodes[member].branches)
        next.push({ parent: member, port, members, root: group.root });
    }
  }
  return next;
}

/** Put the nodes of a column below each other, and tell how far down they reach. */
function pack(nodes, column, tops, gaps) {
  let y = 0;
  let before = null;
  for (const group of column) {
    if (before) y += group.root === before.root ? gaps.cousins : gaps.roots;
    before = group;
    group.members.forEach((member, place) => {
      if (place) y += gaps.siblings;
      tops[member] = y;
      y += nodes[member].height;
    });
  }
  return y;
}

const entryOf = (nodes, tops, member) => tops[member] + nodes[member].entry;

/** Move the groups of a packed column down so that each is centred about where its lines begin. */
function followParents(nodes, column, tops, room) {
  const wishes = column.map(({ parent, port, members }) => {
    const middle = (entryOf(nodes, tops, members[0]) + entryOf(nodes, tops, members.at(-1))) / 2;
    return [tops[parent] + port - middle, members.length];
  });
  const moves = nearest(wishes, room);
  column.forEach((group, place) => {
    for (const member of group.members) tops[member] += moves[place];
  });
}

/** Move the nodes of a packed column down so that each stands in the middle of what follows on it. */
function followChildren(nodes, column, tops, room) {
  const movers = column.flatMap((group) => group.members.filter((member) => nodes[member].branches.length));
  const wishes = movers.map((member) => {
    let off = 0;
    let total = 0;
    for (const [port, branch] of nodes[member].branches) {
      const middle = (entryOf(nodes, tops, branch[0]) + entryOf(nodes, tops, branch.at(-1))) / 2;
      off += (middle - port) * branch.length;
      total += branch.length;
    }
    return [off / total - tops[member], total];
  });
  const moves = nearest(wishes, room);
  const known = new Map(movers.map((member, place) => [member, moves[place]]));
  for (const [member, move] of withIdle(column, known)) tops[member] += move;
}

/**
 * The moves of a whole column, from those of the nodes on which something follows: others are spread evenly between
 * two such nodes of their group, or stay beside the only one; a group without any goes between its neighbours.
 */
function withIdle(column, moves) {
  const found = [];
  let waiting = [];
  let last = null;
  for (const { members } of column) {
    const known = [...members.keys()].filter((place) => moves.has(members[place]));
    if (!known.length) {
      waiting.push(...members);
      continue;
    }
    const first = moves.get(members[known[0]]);
    const middle = last === null ? first : (last + first) / 2;
    for (const member of waiting) found.push([member, middle]);
    waiting = [];
    for (const member of members.slice(0, known[0])) found.push([member, first]);
    for (let n = 0; n + 1 < known.length; n += 1) {
      const start = moves.get(members[known[n]]);
      const step = (moves.get(members[known[n + 1]]) - start) / (known[n + 1] - known[n]);
      for (let place = known[n]; place < known[n + 1]; place += 1) {
        found.push([members[place], start + step * (place - known[n])]);
      }
    }
    last = moves.get(members[known.at(-1)]);
    for (const member of members.slice(known.at(-1))) found.push([member, last]);
  }
  for (const member of waiting) found.push([member, last ?? 0]);
  return found;
}

/** The moves nearest to wished ones, each with its weight, that never decrease, from nought to the most. */
function nearest(wishes, most) {
  const blocks = [];
  for (const [wish, heavy] of wishes) {
    let block = { move: wish, weight: heavy, number: 1 };
    while (blocks.length && blocks.at(-1).move > block.move) {
      const { move, weight, number } = blocks.pop();
      const sum = block.weight + weight;
      const mean = (block.move * block.weight + move * weight) / sum;
      block = { move: mean, weight: sum, number: block.number + number };
    }
    blocks.push(block);
  }
  return blocks.flatMap(({ move, number }) => new Array(number).fill(Math.min(Math.max(move, 0), most)));
}
