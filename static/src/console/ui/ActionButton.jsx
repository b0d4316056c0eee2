import { Icon } from "../../shared/ui/Icon.jsx";
import { KeyCap } from "../keyboard/KeyCap.jsx";
import { isMain, signOf, shortcutOf } from "../keyboard/key-lookup.js";
import { mayPress } from "../desk/rights.js";

/**
 * A small button that does what a key does, and shows the key, if only on demand; for who may press it.
 * Where it stands may say more than the key knows: then `press` does it.
 *
 * @param {{
 *   desk: import("../desk/desk.js").Desk,
 *   action: import("../keyboard/key-table.js").Action,
 *   icon?: import("../../shared/ui/Icon.jsx").IconName,
 *   label: string,
 *   quiet?: boolean,
 *   pressed?: boolean,
 *   expanded?: boolean,
 *   disabled?: boolean,
 *   iconOnly?: "always" | "narrow",
 *   class?: string,
 *   press?: () => void,
 *   children?: import("preact").ComponentChildren,
 * }} props
 */
export function ActionButton({ desk, action, icon, label, quiet, pressed, expanded, disabled, iconOnly, press, ...rest }) {
  if (!mayPress(desk, action)) return null;
  const classes = [
    "button",
    "button-small",
    quiet && "button-quiet",
    rest.class,
    iconOnly && `is-icon-${iconOnly}`,
  ];
  return (
    <button
      type="button"
      class={classes.filter(Boolean).join(" ")}
      title={iconOnly ? `${label} (${signOf(action)})` : undefined}
      aria-label={iconOnly ? label : undefined}
      aria-keyshortcuts={shortcutOf(action)}
      aria-pressed={pressed}
      aria-expanded={expanded}
      disabled={disabled}
      onClick={press ?? (() => desk.perform(action))}
    >
      {icon && <Icon name={icon} />}
      {iconOnly !== "always" && (
        <span class="button-label" title={iconOnly ? undefined : label}>
          {rest.children ?? label}
        </span>
      )}
      <KeyCap sign={signOf(action)} extra={!isMain(action)} />
    </button>
  );
}
