/** Words whose lines have been chosen: no line goes on in the next one. @param {{lines: string[]}} props */
export function Lines({ lines }) {
  return lines.map((line, place) => [
    place > 0 && " ",
    <span key={place} class="fit-line">
      {line}
    </span>,
  ]);
}
