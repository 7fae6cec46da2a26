/* fettle-event-text-customer.c: what it cost a customer, and whose the device is, as sentences.
 *
 * A cost is their own, so they may read it; who else owned the device they may not. Pure; any thread.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "fettle-event-text-private.h"

#include "fettle-cost.h"

static char *
cost_text (FettleTelling *t)
{
  return fettle_cost_text_of (fettle_details_get_int (t->details, "travel"),
                              fettle_details_get_int (t->details, "parking"), fettle_tell_detail (t, "currency"),
                              fettle_details_get_int (t->details, "minutes"), t->language);
}

/* cost-noted {cost, travel, parking, currency, minutes}, in words {note}. */
void
fettle_tell_cost_noted (FettleTelling *t)
{
  g_autofree char *text = cost_text (t);

  if (*text == '\0')
    fettle_tell_plain (t);
  else if (t->for_customer)
    /* Translators: money and time: "way €12.00, parking €4.00, 40 minutes". */
    fettle_tell_with (t, fettle_language_text (t->language, "What it cost you: %s."), text);
  else
    /* Translators: money and time: "way €12.00, parking €4.00, 40 minutes". */
    fettle_tell_with (t, fettle_language_text (t->language, "What it cost the customer: %s."), text);
  fettle_tell_quote (t, fettle_tell_word (t, "note"));
}

/* cost-taken-back {cost, travel, parking, currency, minutes}. */
void
fettle_tell_cost_taken_back (FettleTelling *t)
{
  g_autofree char *text = cost_text (t);

  if (*text == '\0')
    fettle_tell_plain (t);
  else
    /* Translators: money and time that were noted by mistake. */
    fettle_tell_with (t, fettle_language_text (t->language, "Taken back, it did not cost that: %s."), text);
}

/* owner-changed {unit, owner, from}, in words {was, is}. No customer reads the name of another. */
void
fettle_tell_owner_changed (FettleTelling *t)
{
  const char *was = fettle_tell_word (t, "was");
  const char *is = fettle_tell_word (t, "is");

  if (t->for_customer || (was == NULL && is == NULL))
    fettle_tell_plain (t);
  else if (was == NULL)
    fettle_tell_with (t, fettle_language_text (t->language, "The device belongs to %s."), is);
  else if (is == NULL)
    fettle_tell_with (t, fettle_language_text (t->language, "The device belongs to %s no more."), was);
  else
    /* Translators: who it belonged to, and who it belongs to. */
    fettle_tell_with (t, fettle_language_text (t->language, "The device belonged to %s and belongs to %s now."), was,
                      is);
}
