/* fettle-ctl-shop.c: the commands on the shop's file as a whole: init, backup, restore, check.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <glib/gi18n.h>
#include <glib/gstdio.h>

#include "fettle-backup.h"
#include "fettle-check-store.h"
#include "fettle-country.h"
#include "fettle-ctl.h"
#include "fettle-demo.h"
#include "fettle-language.h"
#include "fettle-migration.h"
#include "fettle-money.h"
#include "fettle-region.h"
#include "fettle-search-store.h"

typedef struct
{
  gboolean demo;
  char *name;
  char *currency;
  char *timezone;
  char *country;
  char *language;
} InitOptions;

static void
init_options_clear (InitOptions *options)
{
  g_free (options->name);
  g_free (options->currency);
  g_free (options->timezone);
  g_free (options->country);
  g_free (options->language);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (InitOptions, init_options_clear)

static gboolean
is_language (const char *code)
{
  g_auto (GStrv) codes = fettle_language_list_codes ();

  return g_strv_contains ((const char *const *) codes, code);
}

/* The settings that were named, with what this machine suggests for the rest. */
static FettleServicePoint *
make_service_point (InitOptions *options)
{
  g_autoptr (FettleServicePoint) point = fettle_service_point_new ();
  g_autoptr (GTimeZone) zone = NULL;

  point->name = g_strdup (options->name != NULL ? options->name : _ ("Service point"));
  point->timezone = options->timezone != NULL ? g_strdup (options->timezone) : fettle_region_local_zone ();
  point->country = g_strdup (fettle_country_from_code (options->country));
  point->currency = options->currency != NULL ? g_ascii_strup (options->currency, -1)
                                              : g_strdup (fettle_region_currency (point->timezone, NULL));
  point->language
      = g_strdup (options->language != NULL ? options->language : fettle_language_code (fettle_language_get (NULL)));
  zone = g_time_zone_new_identifier (point->timezone);
  g_strstrip (point->name);
  if (*point->name == '\0')
    fettle_ctl_fail_text (_ ("The shop needs a name."));
  else if (zone == NULL)
    fettle_ctl_fail_text (_ ("“%s” is not a time zone; write it like Europe/Berlin."), point->timezone);
  else if (options->country != NULL && point->country == NULL)
    fettle_ctl_fail_text (_ ("“%s” is not a country; write its two letters, like DE."), options->country);
  else if (fettle_currency_exponent (point->currency) < 0)
    fettle_ctl_fail_text (_ ("“%s” is not a currency; write its three letters, like EUR."), point->currency);
  else if (!is_language (point->language))
    fettle_ctl_fail_text (_ ("“%s” is not a language of Fettle; choose en or zh_CN."), point->language);
  else
    return g_steal_pointer (&point);
  return NULL;
}

static gboolean
write_shop (FettleCtl *ctl, FettleServicePoint *point, gboolean demo, GError **error)
{
  g_autofree char *folder = g_path_get_dirname (ctl->db);

  if (g_mkdir_with_parents (folder, 0700) != 0)
    {
      g_set_error (error, G_FILE_ERROR, g_file_error_from_errno (errno), "%s", folder);
      return FALSE;
    }
  ctl->connection = fettle_connection_open (ctl->db, FETTLE_OPEN_CREATE, error);
  if (ctl->connection == NULL || !fettle_migration_run (ctl->connection, error)
      || !fettle_setup_store_begin (ctl->connection, point, NULL, error))
    return FALSE;
  return !demo || fettle_demo_fill (ctl->connection, error);
}

int
fettle_ctl_init (FettleCtl *ctl, int argc, char **argv)
{
  g_auto (InitOptions) options = { FALSE };
  const GOptionEntry entries[] = {
    { "demo", 0, 0, G_OPTION_ARG_NONE, &options.demo, NULL, NULL },
    { "name", 0, 0, G_OPTION_ARG_STRING, &options.name, NULL, NULL },
    { "currency", 0, 0, G_OPTION_ARG_STRING, &options.currency, NULL, NULL },
    { "timezone", 0, 0, G_OPTION_ARG_STRING, &options.timezone, NULL, NULL },
    { "country", 0, 0, G_OPTION_ARG_STRING, &options.country, NULL, NULL },
    { "language", 0, 0, G_OPTION_ARG_STRING, &options.language, NULL, NULL },
    G_OPTION_ENTRY_NULL,
  };
  g_autoptr (FettleServicePoint) point = NULL;
  g_autoptr (GError) error = NULL;

  if (!fettle_ctl_parse (ctl, "init", entries, &argc, &argv, 0, 0))
    return FETTLE_CTL_USAGE;
  if (options.demo && options.name == NULL)
    options.name = g_strdup (_ ("Demonstration shop"));
  point = make_service_point (&options);
  if (point == NULL)
    return FETTLE_CTL_FAILED;
  return write_shop (ctl, point, options.demo, &error) ? FETTLE_CTL_OK : fettle_ctl_fail (error);
}

int
fettle_ctl_backup (FettleCtl *ctl, int argc, char **argv)
{
  g_autoptr (GError) error = NULL;

  if (!fettle_ctl_parse (ctl, "backup", NULL, &argc, &argv, 1, 1))
    return FETTLE_CTL_USAGE;
  if (!fettle_ctl_open (ctl, FETTLE_OPEN_EXISTING))
    return FETTLE_CTL_FAILED;
  return fettle_backup_save (ctl->db, argv[1], NULL, NULL, NULL, &error) ? FETTLE_CTL_OK : fettle_ctl_fail (error);
}

int
fettle_ctl_restore (FettleCtl *ctl, int argc, char **argv)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *kept = NULL;

  if (!fettle_ctl_parse (ctl, "restore", NULL, &argc, &argv, 1, 1))
    return FETTLE_CTL_USAGE;
  if (!fettle_backup_restore (argv[1], ctl->db, &kept, NULL, &error))
    return fettle_ctl_fail (error);
  if (kept != NULL)
    g_print (_ ("The file that was there is kept as %s\n"), kept);
  return FETTLE_CTL_OK;
}

static void
print_finding (FettleCtl *ctl, FettleFinding *finding)
{
  g_autoptr (JsonBuilder) builder = NULL;
  g_autoptr (JsonNode) node = NULL;

  if (!ctl->json)
    {
      g_printerr ("%s\n", finding->sentence);
      return;
    }
  builder = json_builder_new ();
  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "number");
  if (finding->number != NULL)
    json_builder_add_string_value (builder, finding->number);
  else
    json_builder_add_null_value (builder);
  json_builder_set_member_name (builder, "what");
  json_builder_add_string_value (builder, finding->what);
  json_builder_set_member_name (builder, "sentence");
  json_builder_add_string_value (builder, finding->sentence);
  json_builder_end_object (builder);
  node = json_builder_get_root (builder);
  fettle_ctl_print_json (node);
}

static void
print_summary (FettleCtl *ctl, gint64 n_jobs, gint64 n_events, guint n_findings)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autoptr (JsonNode) node = NULL;

  if (!ctl->json)
    {
      g_print (_ ("%d jobs and %d entries checked, %d findings\n"), (int) n_jobs, (int) n_events, (int) n_findings);
      return;
    }
  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "jobs");
  json_builder_add_int_value (builder, n_jobs);
  json_builder_set_member_name (builder, "events");
  json_builder_add_int_value (builder, n_events);
  json_builder_set_member_name (builder, "findings");
  json_builder_add_int_value (builder, n_findings);
  json_builder_end_object (builder);
  node = json_builder_get_root (builder);
  fettle_ctl_print_json (node);
}

int
fettle_ctl_check (FettleCtl *ctl, int argc, char **argv)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) findings = NULL;
  gint64 n_jobs = 0, n_events = 0;

  if (!fettle_ctl_parse (ctl, "check", NULL, &argc, &argv, 0, 0))
    return FETTLE_CTL_USAGE;
  if (!fettle_ctl_open (ctl, FETTLE_OPEN_EXISTING))
    return FETTLE_CTL_FAILED;
  findings = fettle_check_store_run (ctl->connection, NULL, NULL, &n_jobs, &n_events, &error);
  if (findings == NULL)
    return fettle_ctl_fail (error);
  for (guint i = 0; i < findings->len; i++)
    print_finding (ctl, findings->pdata[i]);
  print_summary (ctl, n_jobs, n_events, findings->len);
  return findings->len == 0 ? FETTLE_CTL_OK : FETTLE_CTL_FAILED;
}
