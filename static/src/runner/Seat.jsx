import { Icon } from "../shared/ui/Icon.jsx";

/** Where somebody said that they sit; nothing if they did not. @param {{where: string}} props */
export function Seat({ where }) {
  if (!where) return null;
  return (
    <p class="runner-where">
      <Icon name="pin" />
      <bdi>{where}</bdi>
    </p>
  );
}
