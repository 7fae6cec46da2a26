/* fettle-ctl-parts.c: parts by their serials, and parcels, on the command line.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <glib/gi18n.h>

#include "fettle-clock.h"
#include "fettle-ctl.h"
#include "fettle-device-store.h"
#include "fettle-device-words.h"
#include "fettle-job-store.h"

static gboolean
find (FettleCtl *ctl, const char *number, gint64 *job_id)
{
  return fettle_ctl_open (ctl, FETTLE_OPEN_EXISTING) && (*job_id = fettle_ctl_find_job (ctl, number)) != 0;
}

static int
print_id (gint64 id, GError *error)
{
  if (id == 0)
    return fettle_ctl_fail (error);
  g_print ("%" G_GINT64_FORMAT "\n", id);
  return FETTLE_CTL_OK;
}

static void
print_part (FettleCtl *ctl, FettlePart *part)
{
  FettleLanguage *language = fettle_language_get (NULL);
  g_autoptr (JsonBuilder) builder = NULL;
  g_autofree char *at = NULL;

  if (ctl->json)
    {
      builder = json_builder_new ();
      fettle_ctl_add_part (ctl, builder, part);
      fettle_ctl_print_object (builder);
      return;
    }
  at = fettle_language_format_date_time (language, part->at, ctl->zone);
  g_print ("%" G_GINT64_FORMAT "\t%s\t%s\t%s\t%s\t%s\t%s\t%s\n", part->id, part->job_number, at, part->name,
           part->serial_out != NULL ? part->serial_out : "", part->serial_in != NULL ? part->serial_in : "",
           fettle_device_words_part_state (language, part->state),
           fettle_device_words_condition (language, part->condition));
}

static int
list_parts (FettleCtl *ctl, const char *number, const char *serial)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) parts = NULL;
  gint64 job_id = 0;

  if ((number != NULL) == (serial != NULL))
    return fettle_ctl_misuse (_ ("part list: say of what: a NUMBER, or --serial SERIAL of a part or a device."));
  if (!fettle_ctl_open (ctl, FETTLE_OPEN_EXISTING)
      || (number != NULL && (job_id = fettle_ctl_find_job (ctl, number)) == 0))
    return FETTLE_CTL_FAILED;
  parts = number != NULL ? fettle_device_store_list_parts_of_job (ctl->connection, job_id, &error)
                         : fettle_device_store_list_parts_by_serial (ctl->connection, serial, &error);
  if (parts == NULL)
    return fettle_ctl_fail (error);
  for (guint i = 0; i < parts->len; i++)
    print_part (ctl, parts->pdata[i]);
  return FETTLE_CTL_OK;
}

static int
return_part (FettleCtl *ctl, const char *text, const char *condition, const char *note, const char *by)
{
  g_autoptr (GError) error = NULL;
  gint64 id = 0;

  if (!fettle_ctl_read_id (text, &id))
    return fettle_ctl_misuse (_ ("part returned: “%s” is not the number of a part; part list prints them."), text);
  if (!fettle_ctl_open (ctl, FETTLE_OPEN_EXISTING))
    return FETTLE_CTL_FAILED;
  return fettle_device_store_return_part (ctl->connection, id, condition, note, by, FETTLE_CTL_DESK, &error)
             ? FETTLE_CTL_OK
             : fettle_ctl_fail (error);
}

typedef gint64 (*WritePart) (FettleConnection *connection, FettlePart *form, const char *desk, GError **error);

static int
write_part (FettleCtl *ctl, FettlePart *form, const char *number, WritePart write, const char *return_due)
{
  g_autoptr (GError) error = NULL;
  gint64 id;

  if (!find (ctl, number, &form->job_id) || !fettle_ctl_read_time (ctl, "--return-due", return_due, &form->return_due))
    return FETTLE_CTL_FAILED;
  id = write (ctl->connection, form, FETTLE_CTL_DESK, &error);
  return print_id (id, error);
}

int
fettle_ctl_part (FettleCtl *ctl, int argc, char **argv)
{
  g_autoptr (FettlePart) form = fettle_part_new ();
  g_autofree char *return_due = NULL;
  g_autofree char *condition = NULL;
  g_autofree char *note = NULL;
  g_autofree char *serial = NULL;
  gboolean from_stock = FALSE;
  const GOptionEntry entries[] = {
    { "not-promised", 0, 0, G_OPTION_ARG_NONE, &form->not_promised, NULL, NULL },
    { "name", 0, 0, G_OPTION_ARG_STRING, &form->name, NULL, NULL },
    { "serial-out", 0, 0, G_OPTION_ARG_STRING, &form->serial_out, NULL, NULL },
    { "serial-in", 0, 0, G_OPTION_ARG_STRING, &form->serial_in, NULL, NULL },
    { "source", 0, 0, G_OPTION_ARG_STRING, &form->source, NULL, NULL },
    { "from-stock", 0, 0, G_OPTION_ARG_NONE, &from_stock, NULL, NULL },
    { "return-due", 0, 0, G_OPTION_ARG_STRING, &return_due, NULL, NULL },
    { "condition", 0, 0, G_OPTION_ARG_STRING, &condition, NULL, NULL },
    { "note", 0, 0, G_OPTION_ARG_STRING, &note, NULL, NULL },
    { "serial", 0, 0, G_OPTION_ARG_STRING, &serial, NULL, NULL },
    { "by", 0, 0, G_OPTION_ARG_STRING, &form->by_name, NULL, NULL },
    G_OPTION_ENTRY_NULL,
  };

  if (!fettle_ctl_parse (ctl, "part", entries, &argc, &argv, 1, 2))
    return FETTLE_CTL_USAGE;
  if (from_stock && (form->source != NULL || g_str_equal (argv[1], "order")))
    return fettle_ctl_misuse (_ ("part: --from-stock says where a part comes from that was at hand."));
  if (from_stock)
    form->source = g_strdup (FETTLE_PART_STOCK);
  if (g_str_equal (argv[1], "list"))
    return list_parts (ctl, argc == 3 ? argv[2] : NULL, serial);
  if (g_str_equal (argv[1], "fit") && argc == 3)
    return write_part (ctl, form, argv[2], fettle_device_store_fit_part, NULL);
  if (g_str_equal (argv[1], "order") && argc == 3)
    return write_part (ctl, form, argv[2], fettle_device_store_order_part, NULL);
  if (g_str_equal (argv[1], "send") && argc == 3)
    return write_part (ctl, form, argv[2], fettle_device_store_send_part, return_due);
  if (g_str_equal (argv[1], "returned") && argc == 3)
    return return_part (ctl, argv[2], condition, note, form->by_name);
  return fettle_ctl_misuse (_ (
      "part: use order NUMBER, fit NUMBER, send NUMBER, returned ID or list; fettlectl --help shows the whole line."));
}

static void
print_parcel (FettleCtl *ctl, FettleParcel *parcel)
{
  FettleLanguage *language = fettle_language_get (NULL);
  g_autofree char *sent = NULL;
  g_autofree char *arrived = NULL;

  if (ctl->json)
    {
      g_autoptr (JsonBuilder) builder = json_builder_new ();

      fettle_ctl_add_parcel (ctl, builder, parcel);
      fettle_ctl_print_object (builder);
      return;
    }
  sent = parcel->sent_at != 0 ? fettle_language_format_date_time (language, parcel->sent_at, ctl->zone) : g_strdup ("");
  arrived = parcel->arrived_at != 0 ? fettle_language_format_date_time (language, parcel->arrived_at, ctl->zone)
                                    : g_strdup ("");
  g_print ("%" G_GINT64_FORMAT "\t%s\t%s\t%s\t%s\t%s\t%s\n", parcel->id, parcel->direction, parcel->carrier,
           parcel->number, sent, arrived,
           fettle_parcel_is_late (parcel, fettle_clock_now ()) ? C_ ("parcel", "late") : "");
}

static int
list_parcels (FettleCtl *ctl, const char *number)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (FettleJob) job = NULL;
  gint64 job_id = 0;

  if (!find (ctl, number, &job_id))
    return FETTLE_CTL_FAILED;
  job = fettle_job_store_load (ctl->connection, job_id, &error);
  if (job == NULL)
    return fettle_ctl_fail (error);
  for (guint i = 0; i < job->device->parcels->len; i++)
    print_parcel (ctl, job->device->parcels->pdata[i]);
  return FETTLE_CTL_OK;
}

static int
write_parcel (FettleCtl *ctl, FettleParcel *form, const char *number, gboolean arrived, const char *due)
{
  g_autoptr (GError) error = NULL;
  gint64 id;

  if (form->direction == NULL)
    form->direction = g_strdup (arrived ? "in" : "out");
  if (!find (ctl, number, &form->job_id) || !fettle_ctl_read_time (ctl, "--due", due, &form->due))
    return FETTLE_CTL_FAILED;
  id = arrived ? fettle_device_store_take_parcel (ctl->connection, form, FETTLE_CTL_DESK, &error)
               : fettle_device_store_send_parcel (ctl->connection, form, FETTLE_CTL_DESK, &error);
  return print_id (id, error);
}

int
fettle_ctl_parcel (FettleCtl *ctl, int argc, char **argv)
{
  g_autoptr (FettleParcel) form = fettle_parcel_new ();
  g_autofree char *due = NULL;
  const GOptionEntry entries[] = {
    { "carrier", 0, 0, G_OPTION_ARG_STRING, &form->carrier, NULL, NULL },
    { "number", 0, 0, G_OPTION_ARG_STRING, &form->number, NULL, NULL },
    { "direction", 0, 0, G_OPTION_ARG_STRING, &form->direction, NULL, NULL },
    { "content", 0, 0, G_OPTION_ARG_STRING, &form->content, NULL, NULL },
    { "due", 0, 0, G_OPTION_ARG_STRING, &due, NULL, NULL },
    { "without-device", 0, 0, G_OPTION_ARG_NONE, &form->without_device, NULL, NULL },
    { "by", 0, 0, G_OPTION_ARG_STRING, &form->by_name, NULL, NULL },
    G_OPTION_ENTRY_NULL,
  };

  if (!fettle_ctl_parse (ctl, "parcel", entries, &argc, &argv, 2, 2))
    return FETTLE_CTL_USAGE;
  if (g_str_equal (argv[1], "send"))
    return write_parcel (ctl, form, argv[2], FALSE, due);
  if (g_str_equal (argv[1], "arrive"))
    return write_parcel (ctl, form, argv[2], TRUE, due);
  if (g_str_equal (argv[1], "list"))
    return list_parcels (ctl, argv[2]);
  return fettle_ctl_misuse (
      _ ("parcel: use send NUMBER, arrive NUMBER or list NUMBER; fettlectl --help shows the whole line."));
}
