// What lies under the claims: outlines that come with the site, and street tiles where the casebook
// names a server of them. The colours are those of the page's theme.

import type { StyleSpecification } from "maplibre-gl";
import { feature, mesh } from "topojson-client";
import type { GeometryCollection, Topology } from "topojson-specification";

type Outlines = Topology<{ countries: GeometryCollection; land: GeometryCollection }>;

declare global {
  /** Put there by outlines.js. */
  var outlines: Outlines;
}

function token(name: string): string {
  return getComputedStyle(document.documentElement).getPropertyValue(name).trim();
}

/** The colours of each layer, by its id, in the present theme. */
export function colours(): [layer: string, property: string, colour: string][] {
  return [
    ["sea", "background-color", token("--paper-raised")],
    ["land", "fill-color", token("--paper")],
    ["coast", "line-color", token("--line-strong")],
    ["borders", "line-color", token("--line-strong")],
    ["uncertain-fill", "fill-color", token("--ink-soft")],
    ["uncertain", "line-color", token("--ink-soft")],
  ];
}

/** Circles of more kilometres have a line alone: one over another, their grounds would darken the map. */
const FILLED_UP_TO = 50;

const EMPTY = { type: "FeatureCollection" as const, features: [] };

/** The style of the map; the sources "uncertain" and "places" are filled later. */
export function ground(tiles: string | undefined, counts: Record<string, unknown>): StyleSpecification {
  const { outlines } = globalThis;
  const streets: Pick<StyleSpecification, "sources" | "layers"> = tiles
    ? {
        sources: { streets: { type: "raster", tiles: [tiles], tileSize: 256, maxzoom: 19 } },
        layers: [{ id: "streets", type: "raster", source: "streets" }],
      }
    : { sources: {}, layers: [] };
  const land = feature(outlines, outlines.objects.land);
  const borders = mesh(outlines, outlines.objects.countries, (one, other) => one !== other);
  return {
    version: 8,
    sources: {
      ...streets.sources,
      land: { type: "geojson", data: land },
      borders: { type: "geojson", data: { type: "Feature", properties: {}, geometry: borders } },
      uncertain: { type: "geojson", data: EMPTY },
      places: {
        type: "geojson",
        data: EMPTY,
        cluster: true,
        clusterRadius: 44,
        clusterMaxZoom: 12,
        clusterProperties: counts as Record<string, never>,
      },
    },
    layers: [
      { id: "sea", type: "background" },
      { id: "land", type: "fill", source: "land" },
      { id: "coast", type: "line", source: "land", paint: { "line-width": 0.8 } },
      { id: "borders", type: "line", source: "borders", paint: { "line-width": 0.8, "line-dasharray": [4, 2] } },
      ...streets.layers,
      {
        id: "uncertain-fill",
        type: "fill",
        source: "uncertain",
        filter: ["<=", ["get", "radius"], FILLED_UP_TO],
        paint: { "fill-opacity": 0.1 },
      },
      {
        id: "uncertain",
        type: "line",
        source: "uncertain",
        paint: { "line-width": 1.2, "line-dasharray": [3, 3], "line-opacity": 0.8 },
      },
      // Nothing is seen of it: the rings are elements of the page. It only has the source's clusters made.
      { id: "places", type: "circle", source: "places", paint: { "circle-radius": 1, "circle-opacity": 0 } },
    ],
  };
}
