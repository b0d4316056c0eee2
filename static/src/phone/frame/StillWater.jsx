/** Rings that have come to rest. */
export function StillWater() {
  return (
    <svg class="still-water" viewBox="0 0 320 150" aria-hidden="true">
      {[20, 44, 72, 104, 140].map((radius) => (
        <ellipse key={radius} cx="160" cy="75" rx={radius} ry={0.42 * radius} />
      ))}
      <ellipse class="still-water-heart" cx="160" cy="75" rx="7" ry="3.4" />
    </svg>
  );
}
