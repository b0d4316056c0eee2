/** The rules of the bowl, each with its name and one line of what it means. */

import { _ } from "../../shared/i18n/i18n.js";

/**
 * @import {EntryRule, ExitRule} from "../../wire"
 */

/**
 * @template {string} T
 * @typedef {{rule: T, name: () => string, hint: () => string}} RuleWords
 */

/** @type {RuleWords<EntryRule>[]} */
export const ENTRIES = [
  { rule: "called", name: () => _("Called"), hint: () => _("You call the next one with Space.") },
  {
    rule: "automatic",
    name: () => _("Automatic"),
    hint: () => _("Whenever a chair is free, the next in the queue is called."),
  },
  { rule: "free", name: () => _("Free entry"), hint: () => _("The first to tap takes the open chair.") },
];

/** @type {RuleWords<ExitRule>[]} */
export const EXITS = [
  {
    rule: "longest_seated",
    name: () => _("Longest seated"),
    hint: () => _("Whoever has sat longest makes room."),
  },
  {
    rule: "voluntary",
    name: () => _("Voluntary"),
    hint: () => _("Whoever offers the chair; nobody has to."),
  },
  {
    rule: "time_limit",
    name: () => _("Time limit"),
    hint: () => _("Whoever is over the time for a chair."),
  },
  {
    rule: "tap_in",
    name: () => _("Tap in"),
    hint: () => _("Whoever is waiting names the chair, on their phone."),
  },
  {
    rule: "visitors_leave",
    name: () => _("Visitors leave"),
    hint: () => _("The first speakers stay, later ones make room."),
  },
  {
    rule: "group_swap",
    name: () => _("Group swap"),
    hint: () => _("All speakers leave together, the next ones come."),
  },
];
