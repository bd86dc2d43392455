// Two sliders over the days of the claims, joined to the filter's two dates and so to the address.

import type { Filter } from "../filters";

const DAY = 86_400_000;

export class TimeSlider {
  private readonly first: number;
  private readonly days: number;
  private readonly sliders: HTMLInputElement[];

  constructor(
    private readonly field: HTMLElement,
    private readonly filter: Filter,
  ) {
    this.first = Date.parse(field.dataset["first"] ?? "");
    this.days = Math.round((Date.parse(field.dataset["last"] ?? "") - this.first) / DAY);
    this.sliders = [...field.querySelectorAll<HTMLInputElement>("input[data-time]")];
    for (const slider of this.sliders) {
      slider.max = String(this.days);
      slider.addEventListener("input", () => this.moved(slider));
    }
    this.follow();
  }

  /** Stand where the filter's dates are. */
  follow(): void {
    for (const slider of this.sliders) {
      const name = slider.dataset["time"] ?? "";
      const day = this.filter.value(name);
      const end = name === "from" ? 0 : this.days;
      const at = day ? Math.round((Date.parse(day) - this.first) / DAY) : end;
      slider.value = String(Math.min(Math.max(at, 0), this.days));
      this.say(slider);
    }
  }

  /** A slider pushes the other one before it; one at its end sets no limit. */
  private moved(slider: HTMLInputElement): void {
    const name = slider.dataset["time"] ?? "";
    for (const other of this.sliders) {
      const passed = name === "from" ? other.valueAsNumber < slider.valueAsNumber : other.valueAsNumber > slider.valueAsNumber;
      if (other !== slider && passed) other.value = slider.value;
    }
    for (const each of this.sliders) {
      const isFrom = each.dataset["time"] === "from";
      const limits = each.valueAsNumber !== (isFrom ? 0 : this.days);
      this.filter.choose(each.dataset["time"] ?? "", limits ? this.day(each) : "");
      this.say(each);
    }
  }

  private day(slider: HTMLInputElement): string {
    return new Date(this.first + slider.valueAsNumber * DAY).toISOString().slice(0, 10);
  }

  private say(slider: HTMLInputElement): void {
    const words = new Date(this.day(slider)).toLocaleDateString("en-GB", {
      day: "numeric",
      month: "long",
      year: "numeric",
      timeZone: "UTC",
    });
    slider.setAttribute("aria-valuetext", words);
    const output = this.field.querySelector(`[data-time-words="${slider.dataset["time"]}"]`);
    if (output) output.textContent = words;
  }
}
