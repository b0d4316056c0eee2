import { nameOf } from "../i18n/i18n.js";

/**
 * A person's name, apart from the direction of the words around it.
 *
 * @param {{of: import("../../wire").Label}} props
 */
export function Name({ of: label }) {
  return <bdi>{nameOf(label)}</bdi>;
}
