/* fettle-unit.c: one thing, with its serial and its owner.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "fettle-unit.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "fettle-error.h"
#include "fettle-plain-text.h"
#include "fettle-serial.h"
#include "fettle-term.h"
#include "fettle-zone.h"

static const FettleField fettle_unit_fields[] = {
  FETTLE_FIELD (FettleUnit, id, "id", INT64),
  FETTLE_FIELD (FettleUnit, revision, "revision", INT64),
  FETTLE_FIELD (FettleUnit, category, "category", STRING),
  FETTLE_FIELD (FettleUnit, brand, "brand", STRING),
  FETTLE_FIELD (FettleUnit, model, "model", STRING),
  FETTLE_FIELD (FettleUnit, serial, "serial", STRING),
  FETTLE_FIELD (FettleUnit, imei, "imei", STRING),
  FETTLE_FIELD (FettleUnit, sold_on, "sold-on", STRING),
  FETTLE_FIELD (FettleUnit, term_months, "term-months", INT),
  FETTLE_FIELD (FettleUnit, term_text, "term-text", STRING),
  FETTLE_FIELD (FettleUnit, batch, "batch", STRING),
  FETTLE_FIELD (FettleUnit, owner_id, "owner-id", INT64),
  FETTLE_FIELD (FettleUnit, owner_name, "owner-name", STRING),
  FETTLE_FIELD (FettleUnit, note, "note", STRING),
  FETTLE_FIELD (FettleUnit, n_jobs, "n-jobs", INT64),
  FETTLE_FIELD (FettleUnit, last_job_at, "last-job-at", INT64),
};

FETTLE_DEFINE_RECORD (FettleUnit, fettle_unit)

/**
 * fettle_unit_make_title:
 * @category: (nullable):
 * @brand: (nullable):
 * @model: (nullable):
 *
 * What people call the thing: brand and model, or the brand and what it is, or only what it is. A brand that the model
 * already begins with is not said twice, and "Unknown" is not said at all.
 *
 * Returns: (transfer full): never %NULL, empty where nothing is known
 */
char *
fettle_unit_make_title (const char *category, const char *brand, const char *model)
{
  const char *kind = category != NULL ? category : "";

  if (brand != NULL && (*brand == '\0' || g_ascii_strcasecmp (brand, "unknown") == 0))
    brand = NULL;
  if (model != NULL && *model == '\0')
    model = NULL;
  if (brand != NULL && model != NULL)
    {
      gsize length = strlen (brand);

      if (g_ascii_strncasecmp (model, brand, length) == 0 && (model[length] == ' ' || model[length] == '\0'))
        return g_strdup (model);
      return g_strdup_printf ("%s %s", brand, model);
    }
  if (model != NULL)
    return g_strdup (model);
  if (brand != NULL)
    return *kind != '\0' ? g_strdup_printf ("%s %s", brand, kind) : g_strdup (brand);
  return g_strdup (kind);
}

/**
 * fettle_unit_title:
 *
 * Returns: (transfer full): what people call this unit
 */
char *
fettle_unit_title (FettleUnit *self)
{
  return fettle_unit_make_title (self->category, self->brand, self->model);
}

/**
 * fettle_unit_validate:
 *
 * Whether a unit may be kept as it is; its IMEI is brought into its plain form.
 *
 * Returns: %FALSE with a %FETTLE_MODEL_ERROR and a sentence where it may not
 */
gboolean
fettle_unit_validate (FettleUnit *self, GError **error)
{
  gint64 day = 0;

  if (fettle_plain_text_is_blank (self->category) && fettle_plain_text_is_blank (self->brand)
      && fettle_plain_text_is_blank (self->model) && fettle_plain_text_is_blank (self->serial)
      && fettle_plain_text_is_blank (self->imei))
    {
      g_set_error_literal (error, FETTLE_MODEL_ERROR, FETTLE_MODEL_ERROR_MISSING,
                           _ ("What is it? Choose a category, or write the brand, model or serial number."));
      return FALSE;
    }
  if (!fettle_plain_text_is_blank (self->imei))
    {
      g_autofree char *imei = fettle_imei_normalise (self->imei, error);

      if (imei == NULL)
        return FALSE;
      g_free (self->imei);
      self->imei = g_steal_pointer (&imei);
    }
  if (!fettle_plain_text_is_blank (self->sold_on) && !fettle_day_parse (self->sold_on, &day))
    g_set_error_literal (error, FETTLE_MODEL_ERROR, FETTLE_MODEL_ERROR_INVALID,
                         _ ("The day of sale is written year-month-day, such as 2026-03-31."));
  else if (self->term_months < 0 || self->term_months > FETTLE_TERM_MOST_MONTHS)
    g_set_error_literal (error, FETTLE_MODEL_ERROR, FETTLE_MODEL_ERROR_INVALID,
                         _ ("A term is between 0 and 6000 months long."));
  else
    return TRUE;
  return FALSE;
}
