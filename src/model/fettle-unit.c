/* fettle-unit.c: one thing, with its serial and its owner.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "fettle-unit.h"
#include <string.h>

static const FettleField fettle_unit_fields[] = {
  FETTLE_FIELD (FettleUnit, id, "id", INT64),
  FETTLE_FIELD (FettleUnit, revision, "revision", INT64),
  FETTLE_FIELD (FettleUnit, category, "category", STRING),
  FETTLE_FIELD (FettleUnit, brand, "brand", STRING),
  FETTLE_FIELD (FettleUnit, model, "model", STRING),
  FETTLE_FIELD (FettleUnit, serial, "serial", STRING),
  FETTLE_FIELD (FettleUnit, imei, "imei", STRING),
  FETTLE_FIELD (FettleUnit, sold_on, "sold-on", STRING),
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
