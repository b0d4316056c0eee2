// What somebody can see, hit and read on a page. A name is found as voice control finds it.
const shown = (one) => {
  const { width, height } = one.getBoundingClientRect();
  return width > 0 && height > 0 && getComputedStyle(one).visibility === "visible";
};

const words = (one) => (one.getAttribute("aria-label") ?? one.innerText).replace(/\s+/g, " ").trim();

const named = (name) =>
  [...document.querySelectorAll("button:enabled, a[href]")].find((one) => shown(one) && words(one).includes(name));

const labelled = (name) =>
  [...document.querySelectorAll("input, textarea")].find(
    (one) => shown(one) && [...(one.labels ?? [])].some((label) => words(label).includes(name)),
  );

/** Where to tap, or null where something else lies upon it. */
const middle = (one) => {
  if (!one) return null;
  one.scrollIntoView({ block: "nearest", behavior: "instant" });
  const { x, y, width, height } = one.getBoundingClientRect();
  const at = { x: Math.round(x + width / 2), y: Math.round(y + height / 2) };
  return one.contains(document.elementFromPoint(at.x, at.y)) ? at : null;
};

const chairs = () => [...document.querySelectorAll(".bowl .chair")];

const sits = (name, no) => chairs()[no - 1]?.innerText.includes(name) ?? false;

/** Every chair lies in the bowl, a fiftieth of its width forgiven, and upon no other chair. */
const chairsApart = (count) => {
  const bowl = document.querySelector(".bowl").getBoundingClientRect();
  const seats = chairs().map((one) => one.getBoundingClientRect());
  const about = bowl.width / 50;
  const isInside = (one) =>
    one.left > bowl.left - about && one.right < bowl.right + about
    && one.top > bowl.top - about && one.bottom < bowl.bottom + about && one.width > bowl.width / 8;
  const isApart = (one, other) => Math.hypot(one.x - other.x, one.y - other.y) > one.width * 0.95;
  return seats.length === count
    && seats.every((one, no) => isInside(one) && seats.slice(no + 1).every((other) => isApart(one, other)));
};

const fitsSideways = () => document.documentElement.scrollWidth <= innerWidth;

const qrIsSquare = () => {
  const { width, height } = document.querySelector(".qr").getBoundingClientRect();
  return width > 100 && Math.abs(width - height) < 1;
};
