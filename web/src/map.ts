// The map: what the table's filter leaves, drawn. The rings are buttons of the page above MapLibre's
// canvas, so that a keyboard reaches them and a screen reader names them.

import { type GeoJSONSource, Map as Ground, Marker, setWorkerUrl } from "maplibre-gl";
import worker from "maplibre-gl/dist/maplibre-gl-worker.mjs";

import { eachFilter, type Entry } from "./filters";
import { Control } from "./map/control";
import { colours, ground } from "./map/ground";
import { Panel } from "./map/panel";
import { heartOf, noSlots, type Place, placesOf, SLOTS } from "./map/places";
import { circleAround, ring } from "./map/shapes";
import { TimeSlider } from "./map/time";
import { Table } from "./paged_table";

const still = matchMedia("(prefers-reduced-motion: reduce)");
const WIDE = 100; // kilometres; from here on a place is a land or a province, and its ring is broken
const LABELLED = 7; // the zoom from which the names of places stand beside their rings
const CLOSE = 9; // the zoom at which a chosen place is shown

class ClaimsMap {
  readonly map: Ground;
  private readonly panel: Panel | null;
  private readonly markers = new Map<string, Marker>();
  private places = new Map<string, Place>();
  private ready = false;

  constructor(
    private readonly box: HTMLElement,
    private readonly choose: (place: string) => void,
  ) {
    const panel = box.querySelector<HTMLElement>("[data-panel]");
    this.panel = panel && new Panel(panel, () => this.leave());
    const counts = Object.fromEntries(noSlots().map((_, slot) => [`s${slot}`, ["+", ["get", `s${slot}`]]]));
    // The ending has MapLibre start it as a plain script, which a page opened from a file allows.
    setWorkerUrl(`${URL.createObjectURL(new Blob([worker], { type: "text/javascript" }))}#.cjs`);
    this.map = new Ground({
      container: box.querySelector<HTMLElement>("[data-canvas]") ?? box,
      style: ground(box.dataset["tiles"], counts),
      attributionControl: false,
      dragRotate: false,
      pitchWithRotate: false,
      touchPitch: false,
      maxZoom: 16,
      fadeDuration: 0,
      cooperativeGestures: false,
    });
    this.map.touchZoomRotate.disableRotation();
    this.map.on("load", () => this.begin());
    this.map.on("idle", () => this.drawRings());
    this.wireTools();
  }

  /** Draw these entries, and the chosen place if there is one. */
  show(entries: Entry[]): void {
    this.places = placesOf(entries);
    if (this.ready) this.fill();
  }

  /** Show a place and its claims; without focus where the address chose it. */
  enter(id: string, focus: boolean): void {
    const place = this.places.get(id);
    if (!place) {
      this.panel?.hide();
      return;
    }
    this.panel?.show(place, focus);
    const zoom = Math.max(this.map.getZoom(), place.radius > 25 ? 5 : CLOSE);
    this.to(place.longitude, place.latitude, zoom, this.panel?.covers());
    this.markChosen(id);
  }

  private leave(): void {
    const chosen = this.box.querySelector<HTMLElement>(".ring.is-chosen");
    this.panel?.hide();
    this.markChosen("");
    this.choose("");
    (chosen ?? this.map.getCanvas()).focus();
  }

  private begin(): void {
    this.ready = true;
    this.paint();
    new MutationObserver(() => this.paint()).observe(document.getElementById("dark-styles") ?? this.box, {
      attributes: true,
    });
    matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => this.paint());
    this.fill();
    this.home(false);
    this.box.dataset["ready"] = "";
    this.box.dispatchEvent(new Event("ready"));
  }

  private paint(): void {
    const streets = this.map.getLayer("streets") !== undefined;
    for (const [layer, property, colour] of colours()) {
      this.map.setPaintProperty(layer, property as "fill-color", colour);
    }
    if (streets) for (const layer of ["coast", "borders"]) this.map.setLayoutProperty(layer, "visibility", "none");
  }

  private fill(): void {
    const all = [...this.places.values()];
    const points = all.map((place) => ({
      type: "Feature" as const,
      geometry: { type: "Point" as const, coordinates: [place.longitude, place.latitude] },
      properties: { id: place.id, ...Object.fromEntries(place.slots.map((count, slot) => [`s${slot}`, count])) },
    }));
    const circles = all
      .filter((place) => place.radius > 0)
      .map((place) => ({
        type: "Feature" as const,
        geometry: {
          type: "Polygon" as const,
          coordinates: [circleAround(place.longitude, place.latitude, place.radius)],
        },
        properties: { radius: place.radius },
      }));
    this.source("places").setData({ type: "FeatureCollection", features: points });
    this.source("uncertain").setData({ type: "FeatureCollection", features: circles });
  }

  private source(name: string): GeoJSONSource {
    return this.map.getSource(name) as GeoJSONSource;
  }

  /** Put a ring where each cluster or place stands now, and take away those that are gone. */
  private drawRings(): void {
    if (!this.ready) return;
    this.box.classList.toggle("is-close", this.map.getZoom() >= LABELLED);
    const seen = new Set<string>();
    for (const { geometry, properties } of this.map.queryRenderedFeatures({ layers: ["places"] })) {
      if (geometry.type !== "Point") continue;
      const slots = Array.from({ length: SLOTS }, (_, slot) => Number(properties[`s${slot}`] ?? 0));
      const cluster = properties["cluster"] ? Number(properties["cluster_id"]) : null;
      const key = `${cluster ?? properties["id"]} ${slots.join(" ")}`;
      if (seen.has(key)) continue;
      seen.add(key);
      if (!this.markers.has(key)) {
        const [longitude, latitude] = geometry.coordinates as [number, number];
        const element = cluster === null ? this.placeRing(String(properties["id"])) : this.clusterRing(cluster, slots, properties);
        element.prepend(ring(slots));
        this.markers.set(key, new Marker({ element }).setLngLat([longitude, latitude]).addTo(this.map));
      }
    }
    for (const [key, marker] of this.markers) {
      if (seen.has(key)) continue;
      marker.remove();
      this.markers.delete(key);
    }
  }

  private placeRing(id: string): HTMLButtonElement {
    const place = this.places.get(id);
    const button = ringButton(words("ring-label", place?.names ?? ""), `: ${claims(place?.rows.length ?? 0)}`);
    button.dataset["place"] = id;
    button.classList.toggle("is-wide", (place?.radius ?? 0) >= WIDE);
    button.addEventListener("click", () => {
      this.choose(id);
      this.enter(id, true);
    });
    return button;
  }

  private clusterRing(cluster: number, slots: number[], properties: Record<string, unknown>): HTMLButtonElement {
    const total = slots.reduce((sum, count) => sum + count, 0);
    const button = ringButton(`${Number(properties["point_count"])} places: ${claims(total)}. Zoom in`);
    button.classList.add("is-cluster");
    button.addEventListener("click", () => void this.open(cluster));
    return button;
  }

  private async open(cluster: number): Promise<void> {
    const leaves = await this.source("places").getClusterLeaves(cluster, Infinity, 0);
    const points = leaves.flatMap(({ geometry }) => (geometry.type === "Point" ? [geometry.coordinates] : []));
    const longitudes = points.map((point) => point[0] ?? 0);
    const latitudes = points.map((point) => point[1] ?? 0);
    this.fit([
      [Math.min(...longitudes), Math.min(...latitudes)],
      [Math.max(...longitudes), Math.max(...latitudes)],
    ]);
    this.map.getCanvas().focus();
    const said = this.box.querySelector("[data-said]");
    if (said) said.textContent = `Zoomed in on ${points.length} places.`;
  }

  private markChosen(id: string): void {
    this.box.querySelectorAll<HTMLElement>(".ring").forEach((button) => {
      button.classList.toggle("is-chosen", id !== "" && button.dataset["place"] === id);
    });
  }

  // -------------------------------------------------------------- moving

  /** @param covered how many pixels of the map's right side something covers. */
  private to(longitude: number, latitude: number, zoom: number, covered = 0): void {
    this.map.easeTo({ center: [longitude, latitude], zoom, offset: [-covered / 2, 0], animate: !still.matches });
  }

  private fit(bounds: [[number, number], [number, number]], animate = !still.matches): void {
    const padding = { top: 48, right: 48, bottom: 48, left: 84 }; // the zoom buttons stand on the left
    this.map.fitBounds(bounds, { padding, maxZoom: CLOSE + 4, animate });
  }

  private home(animate: boolean): void {
    const bounds = heartOf([...this.places.values()]);
    if (bounds) this.fit(bounds, animate && !still.matches);
  }

  private wireTools(): void {
    this.box.querySelectorAll<HTMLElement>("[data-zoom]").forEach((button) => {
      button.addEventListener("click", () => {
        const { lng, lat } = this.map.getCenter();
        this.to(lng, lat, this.map.getZoom() + Number(button.dataset["zoom"]));
      });
    });
    this.box.querySelector("[data-home]")?.addEventListener("click", () => this.home(true));
  }
}

/** A button that bears these words; those that are mere text are for a screen reader alone. */
function ringButton(...label: (HTMLElement | string)[]): HTMLButtonElement {
  const button = document.createElement("button");
  button.type = "button";
  button.className = "ring";
  button.append(...label.map((part) => (typeof part === "string" ? words("visually-hidden", part) : part)));
  return button;
}

function words(kind: string, said: string): HTMLElement {
  const made = document.createElement("span");
  made.className = kind;
  made.textContent = said;
  return made;
}

function claims(count: number): string {
  return `${count.toLocaleString("en")} claim${count === 1 ? "" : "s"}`;
}

/** The map, or null with words in its place where the browser cannot draw it. */
function makeMap(box: HTMLElement, choose: (place: string) => void): ClaimsMap | null {
  try {
    return new ClaimsMap(box, choose);
  } catch {
    box.classList.add("is-failed");
    box.querySelector<HTMLElement>("[data-failed]")?.removeAttribute("hidden");
    return null;
  }
}

eachFilter((form) => {
  const box = document.querySelector<HTMLElement>("[data-map]");
  let map: ClaimsMap | null = null;
  let slider: TimeSlider | null = null;
  let control: Control | null = null;
  let left: Entry[] = [];
  const table = new Table(form, ["place", "control"], (entries) => {
    left = entries;
    map?.show(entries);
    slider?.follow();
    control?.show();
  });
  if (!box) return;
  map = makeMap(box, (place) => {
    table.filter.set("place", place);
    table.filter.write();
  });
  map?.show(left);
  const enter = () => map?.enter(table.filter.setting("place"), false);
  box.addEventListener("ready", enter);
  addEventListener("hashchange", enter);
  const field = box.querySelector<HTMLElement>("[data-first]");
  if (field) slider = new TimeSlider(field, table.filter);
  control = new Control(box, table.filter);
  if (map) control.drawOn(map.map);
  control.show();
});
