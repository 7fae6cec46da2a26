/* fettle-ctl-absences.c: the absence calendar on the command line.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <glib/gi18n.h>

#include "fettle-absence-store.h"
#include "fettle-ctl.h"

static int
add (FettleCtl *ctl, FettleAbsence *absence, const char *staff, const char *deputy)
{
  g_autoptr (GError) error = NULL;
  gint64 id = 0;

  if (absence->first_day == NULL || absence->last_day == NULL)
    return fettle_ctl_misuse (_ ("absence add: say from when to when: --from DAY --to DAY."));
  /* Asked before anybody is put on the list of staff. */
  if (!fettle_absence_validate (absence, &error))
    return fettle_ctl_fail (error);
  if (!fettle_ctl_open (ctl, FETTLE_OPEN_EXISTING))
    return FETTLE_CTL_FAILED;
  absence->staff_id = fettle_setup_store_staff_id (ctl->connection, staff, &error);
  if (absence->staff_id != 0 && deputy != NULL)
    absence->deputy_id = fettle_setup_store_staff_id (ctl->connection, deputy, &error);
  if (error == NULL)
    id = fettle_absence_store_add (ctl->connection, absence, &error);
  if (id == 0)
    return fettle_ctl_fail (error);
  g_print ("%" G_GINT64_FORMAT "\n", id);
  return FETTLE_CTL_OK;
}

static void
print_absence (FettleCtl *ctl, FettleAbsence *absence)
{
  g_autoptr (JsonBuilder) builder = NULL;
  g_autoptr (JsonNode) node = NULL;

  if (!ctl->json)
    {
      g_print ("%" G_GINT64_FORMAT "\t%s\t%s\t%s\t%s\t%s\n", absence->id, absence->staff_name, absence->first_day,
               absence->last_day, absence->deputy_name != NULL ? absence->deputy_name : "",
               absence->reason != NULL ? absence->reason : "");
      return;
    }
  builder = json_builder_new ();
  json_builder_begin_object (builder);
  fettle_ctl_add_int (builder, "id", absence->id);
  fettle_ctl_add_text (builder, "staff", absence->staff_name);
  fettle_ctl_add_text (builder, "from", absence->first_day);
  fettle_ctl_add_text (builder, "to", absence->last_day);
  fettle_ctl_add_text (builder, "deputy", absence->deputy_name);
  fettle_ctl_add_text (builder, "reason", absence->reason);
  json_builder_end_object (builder);
  node = json_builder_get_root (builder);
  fettle_ctl_print_json (node);
}

static int
list (FettleCtl *ctl)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) absences = NULL;

  if (!fettle_ctl_open (ctl, FETTLE_OPEN_EXISTING))
    return FETTLE_CTL_FAILED;
  absences = fettle_absence_store_list (ctl->connection, NULL, &error);
  if (absences == NULL)
    return fettle_ctl_fail (error);
  for (guint i = 0; i < absences->len; i++)
    print_absence (ctl, absences->pdata[i]);
  return FETTLE_CTL_OK;
}

static int
remove_one (FettleCtl *ctl, const char *text)
{
  g_autoptr (GError) error = NULL;
  gint64 id = 0;

  if (!fettle_ctl_read_id (text, &id))
    return fettle_ctl_misuse (_ ("absence remove: “%s” is not the number of an absence."), text);
  if (!fettle_ctl_open (ctl, FETTLE_OPEN_EXISTING))
    return FETTLE_CTL_FAILED;
  return fettle_absence_store_remove (ctl->connection, id, &error) ? FETTLE_CTL_OK : fettle_ctl_fail (error);
}

int
fettle_ctl_absence (FettleCtl *ctl, int argc, char **argv)
{
  g_autoptr (FettleAbsence) absence = fettle_absence_new ();
  g_autofree char *deputy = NULL;
  const GOptionEntry entries[] = {
    { "from", 0, 0, G_OPTION_ARG_STRING, &absence->first_day, NULL, NULL },
    { "to", 0, 0, G_OPTION_ARG_STRING, &absence->last_day, NULL, NULL },
    { "deputy", 0, 0, G_OPTION_ARG_STRING, &deputy, NULL, NULL },
    { "reason", 0, 0, G_OPTION_ARG_STRING, &absence->reason, NULL, NULL },
    G_OPTION_ENTRY_NULL,
  };

  if (!fettle_ctl_parse (ctl, "absence", entries, &argc, &argv, 1, 2))
    return FETTLE_CTL_USAGE;
  if (g_str_equal (argv[1], "add") && argc == 3)
    return add (ctl, absence, argv[2], deputy);
  if (g_str_equal (argv[1], "list") && argc == 2)
    return list (ctl);
  if (g_str_equal (argv[1], "remove") && argc == 3)
    return remove_one (ctl, argv[2]);
  return fettle_ctl_misuse (_ ("absence: use add STAFF, list or remove ID; fettlectl --help shows the whole line."));
}
