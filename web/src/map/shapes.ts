// What stands at a place: a ring divided among the sides, each part with its side's shape.

const SVG = "http://www.w3.org/2000/svg";

/** The shapes of the palette's slots, as templates/partials/marks.html draws them, in a box of 12. */
const SHAPES = [
  "M6 2a4 4 0 1 0 .01 0zM6 3.6a2.4 2.4 0 1 1-.01 0z",
  "M6 1a5 5 0 1 0 .01 0z",
  "M1.5 1.5h9v9h-9z",
  "M6 .8l5.6 10H.4z",
  "M6 0l6 6-6 6-6-6z",
  "M4 .5h4V4h3.5v4H8v3.5H4V8H.5V4H4z",
  "M.4 1.2h11.2L6 11.2z",
];

const GAP = 0.06; // radians between two parts of a ring

function element(name: string, attributes: Record<string, string | number>): SVGElement {
  const made = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, String(value));
  return made;
}

export function shape(slot: number): SVGElement {
  const path = element("path", { d: SHAPES[slot] ?? "", "fill-rule": "evenodd" });
  path.classList.add("mark-shape", `side-${slot}`);
  return path;
}

/** A ring for so many claims of each slot, with their number in it. */
export function ring(slots: number[]): SVGElement {
  const total = slots.reduce((sum, count) => sum + count, 0);
  const inner = total < 10 ? 9 : total < 100 ? 12 : 16;
  const outer = inner + 6;
  const box = outer + 7;
  const svg = element("svg", { width: 2 * box, height: 2 * box, viewBox: `${-box} ${-box} ${2 * box} ${2 * box}` });
  svg.setAttribute("aria-hidden", "true");
  const ground = element("circle", { r: outer });
  ground.classList.add("ring-ground");
  svg.append(ground);
  const parts = slots.map((count, slot) => ({ count, slot })).filter(({ count }) => count > 0);
  const gap = parts.length > 1 ? GAP : 0;
  let from = -Math.PI / 2;
  for (const { count, slot } of parts) {
    const to = from + (2 * Math.PI * count) / total;
    svg.append(arc(from + gap, Math.max(to - gap, from + gap + 0.05), (inner + outer) / 2, slot));
    svg.append(markAt((from + to) / 2, (inner + outer) / 2 + 1, slot));
    from = to;
  }
  const words = element("text", { "text-anchor": "middle", dy: "0.36em" });
  words.textContent = total.toLocaleString("en");
  svg.append(words);
  return svg;
}

function arc(from: number, to: number, radius: number, slot: number): SVGElement {
  const whole = to - from > 2 * Math.PI - 0.01;
  const at = (angle: number) => `${(radius * Math.cos(angle)).toFixed(2)} ${(radius * Math.sin(angle)).toFixed(2)}`;
  const drawn = whole
    ? element("circle", { r: radius })
    : element("path", { d: `M${at(from)}A${radius} ${radius} 0 ${to - from > Math.PI ? 1 : 0} 1 ${at(to)}` });
  drawn.classList.add("ring-part", `side-${slot}`);
  return drawn;
}

/** The side's shape on its part of the ring, so that nothing is told by colour alone. */
function markAt(angle: number, radius: number, slot: number): SVGElement {
  const x = radius * Math.cos(angle) - 6;
  const y = radius * Math.sin(angle) - 6;
  const placed = element("g", { transform: `translate(${x.toFixed(2)} ${y.toFixed(2)})` });
  placed.append(shape(slot));
  return placed;
}

/** A circle on the globe as a ring of points, for a place that may lie anywhere within it. */
export function circleAround(longitude: number, latitude: number, kilometres: number): [number, number][] {
  const north = (latitude * Math.PI) / 180;
  const reach = kilometres / 6371.0088;
  const points: [number, number][] = [];
  for (let step = 0; step <= 64; step += 1) {
    const bearing = (2 * Math.PI * step) / 64;
    const up = Math.asin(Math.sin(north) * Math.cos(reach) + Math.cos(north) * Math.sin(reach) * Math.cos(bearing));
    const along = Math.atan2(
      Math.sin(bearing) * Math.sin(reach) * Math.cos(north),
      Math.cos(reach) - Math.sin(north) * Math.sin(up),
    );
    points.push([longitude + (along * 180) / Math.PI, (up * 180) / Math.PI]);
  }
  return points;
}
