// Who held which place on the last day of the chosen time, as claims have it: the rows of a table of its
// own, and on request marks above the places on the map.

import { type Map as Ground, Marker } from "maplibre-gl";

import type { Filter } from "../filters";
import { isKnown } from "../known";
import { shape } from "./shapes";

const SETTING = "control";

export class Control {
  private readonly rows: HTMLElement[];
  private readonly box: HTMLInputElement | null;
  private markers: Marker[] = [];
  private map: Ground | null = null;

  constructor(
    map: HTMLElement,
    private readonly filter: Filter,
  ) {
    this.rows = [...document.querySelectorAll<HTMLElement>("#control tbody tr")];
    this.box = map.querySelector<HTMLInputElement>("[data-control]");
    this.box?.addEventListener("change", () => {
      filter.set(SETTING, this.box?.checked ? "1" : "");
      filter.write();
      this.show();
    });
  }

  drawOn(map: Ground): void {
    this.map = map;
  }

  /** Show what is claimed to stand on the last day that the filter allows. */
  show(): void {
    const day = this.filter.value("to") || "9999";
    for (const row of this.rows) {
      const { first, ended, known } = row.dataset;
      const isOver = ended !== undefined && ended <= day;
      row.hidden = (first ?? "") > day || isOver || !isKnown(known);
    }
    if (this.box) this.box.checked = this.filter.setting(SETTING) !== "";
    this.draw();
  }

  private draw(): void {
    for (const marker of this.markers) marker.remove();
    this.markers = [];
    if (!this.map || !this.box?.checked) return;
    const standing = new Map<string, HTMLElement[]>();
    for (const row of this.rows) {
      if (row.hidden || row.dataset["sense"] !== "took") continue;
      const place = row.dataset["held"] ?? "";
      standing.set(place, [...(standing.get(place) ?? []), row]);
    }
    for (const rows of standing.values()) {
      const at: [number, number] = [Number(rows[0]?.dataset["longitude"]), Number(rows[0]?.dataset["latitude"])];
      this.markers.push(
        new Marker({ element: flag(rows), anchor: "bottom", offset: [0, -16] }).setLngLat(at).addTo(this.map),
      );
    }
  }
}

/** Every claimed holder side by side, each with its side's shape; nobody is preferred. */
function flag(rows: HTMLElement[]): HTMLElement {
  const made = document.createElement("div");
  made.className = "held";
  made.setAttribute("aria-hidden", "true"); // the table says it
  for (const row of rows) {
    const part = document.createElement("span");
    for (const slot of (row.dataset["slots"] ?? "0").split("|")) {
      const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
      svg.setAttribute("viewBox", "0 0 12 12");
      svg.append(shape(Number(slot)));
      part.append(svg);
    }
    part.append(row.dataset["who"] ?? "");
    if (row.dataset["disputed"] !== undefined) part.append(" (disputed)");
    made.append(part);
  }
  return made;
}
