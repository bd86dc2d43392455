// The claims that the table's filter leaves, gathered by place.

import type { Entry } from "../filters";

/** A place with its claims that are to be drawn. */
export interface Place {
  id: string;
  names: string;
  longitude: number;
  latitude: number;
  /** Within how many kilometres it may lie; 0 where that is not known. */
  radius: number;
  /** How many of its claims speak for each slot of the palette, 0 for no side. */
  slots: number[];
  rows: HTMLElement[];
}

export const SLOTS = 7;

export function noSlots(): number[] {
  return new Array<number>(SLOTS).fill(0);
}

export function placesOf(entries: Entry[]): Map<string, Place> {
  const places = new Map<string, Place>();
  for (const { element } of entries) {
    const id = element.dataset["place"] ?? "";
    let place = places.get(id);
    if (!place) {
      place = {
        id,
        names: element.dataset["names"] ?? "",
        longitude: Number(element.dataset["longitude"]),
        latitude: Number(element.dataset["latitude"]),
        radius: Number(element.dataset["radius"]),
        slots: noSlots(),
        rows: [],
      };
      places.set(id, place);
    }
    place.rows.push(element);
    const slot = Number(element.dataset["slot"]);
    place.slots[slot] = (place.slots[slot] ?? 0) + 1;
  }
  return places;
}

type Bounds = [[number, number], [number, number]];

/** The box around the nine tenths of the claims that lie closest to their middle; null for none. */
export function heartOf(places: Place[]): Bounds | null {
  const total = places.reduce((sum, place) => sum + place.rows.length, 0);
  if (total === 0) return null;
  const middle = [median(places, (place) => place.longitude), median(places, (place) => place.latitude)] as const;
  const far = (place: Place) => Math.hypot(place.longitude - middle[0], place.latitude - middle[1]);
  const near: Place[] = [];
  let held = 0;
  for (const place of [...places].sort((a, b) => far(a) - far(b))) {
    if (held >= 0.9 * total) break;
    near.push(place);
    held += place.rows.length;
  }
  const longitudes = near.map((place) => place.longitude);
  const latitudes = near.map((place) => place.latitude);
  return [
    [Math.min(...longitudes), Math.min(...latitudes)],
    [Math.max(...longitudes), Math.max(...latitudes)],
  ];
}

/** The median of a number over places, each counting as often as it has claims. */
function median(places: Place[], of: (place: Place) => number): number {
  const half = places.reduce((sum, place) => sum + place.rows.length, 0) / 2;
  let passed = 0;
  for (const place of [...places].sort((a, b) => of(a) - of(b))) {
    passed += place.rows.length;
    if (passed >= half) return of(place);
  }
  return 0;
}
