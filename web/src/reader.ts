// A document's text beside its claims: choosing a highlight shows its claims, Escape goes back.

const text = document.querySelector<HTMLElement>(".text");
const cards = document.querySelector<HTMLElement>("[data-cards]");
let returnTo: HTMLElement | null = null;

function card(claim: string): HTMLElement | null {
  return document.getElementById(`c-${claim}`);
}

function clear(): void {
  document.querySelectorAll(".is-selected").forEach((element) => element.classList.remove("is-selected"));
}

/** Tint the claims' words and bring the first one's card into view. */
function select(claims: string[]): void {
  clear();
  for (const claim of claims) {
    card(claim)?.classList.add("is-selected");
    text?.querySelectorAll(`[data-claims~="${claim}"]`).forEach((run) => run.classList.add("is-selected"));
  }
  const first = claims[0] === undefined ? null : card(claims[0]);
  if (first && cards && cards.scrollHeight > cards.clientHeight) cards.scrollTop = first.offsetTop - cards.offsetTop;
}

/** The claims that an address names: a claim's words or its card. */
function claimsOfAddress(): string[] {
  const match = /^#[wc]-([0-9a-f]+)$/.exec(location.hash);
  return match?.[1] ? [match[1]] : [];
}

function claimsAt(target: Element): string[] {
  const key = target.closest<HTMLElement>("[data-keys]");
  const run = target.closest<HTMLElement>("[data-claims]");
  const named = key?.dataset["keys"] ?? run?.dataset["claims"] ?? "";
  return named.split(" ").filter(Boolean);
}

text?.addEventListener("click", (event) => {
  const target = event.target as Element;
  const claims = claimsAt(target);
  const first = claims[0];
  if (first === undefined || (getSelection()?.toString() ?? "") !== "") return;
  event.preventDefault();
  select(claims);
  history.replaceState(null, "", `#w-${first}`);
  returnTo = target.closest<HTMLElement>("a") ?? text.querySelector<HTMLElement>(`[data-keys~="${first}"]`);
  card(first)?.focus({ preventScroll: true });
});

document.addEventListener("click", (event) => {
  const way = (event.target as Element).closest<HTMLElement>("[data-words]");
  if (way) select([way.dataset["words"] ?? ""]);
});

document.addEventListener("keydown", (event) => {
  if (event.key !== "Escape" || !document.querySelector(".card.is-selected")) return;
  clear();
  returnTo?.focus();
});

addEventListener("hashchange", () => select(claimsOfAddress()));
select(claimsOfAddress());
