/* fettle-job-head.c: the top of a job's page: number, stage, promise, and whose time runs.
 *
 * Its buttons activate the page's actions ("job.…") and the window's. The three times count on by the shared minute:
 * what the file said when it was loaded, and since then the one that runs. Belongs to the job's page; main thread.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"
#include "fettle-job-head.h"

#include <glib/gi18n.h>

#include "fettle-clock-times.h"
#include "fettle-clock.h"
#include "fettle-due-label.h"
#include "fettle-event-words.h"
#include "fettle-language.h"
#include "fettle-minute.h"
#include "fettle-mover.h"
#include "fettle-stage-chip.h"
#include "fettle-words.h"

struct _FettleJobHead
{
  GtkBox parent_instance;

  /* Of the template. */
  GtkLabel *number;
  FettleStageChip *stage;
  GtkLabel *outcome;
  FettleDueLabel *due;
  GtkLabel *clocks;
  GtkButton *next;
  GtkMenuButton *move;
  GtkMenuButton *print;
  GtkMenuButton *more;

  FettleJob *job;
  FettleCalendar *calendar;
  gint64 loaded_at;
};

G_DEFINE_FINAL_TYPE (FettleJobHead, fettle_job_head, GTK_TYPE_BOX)

static void
add_clock (GString *line, FettleJobHead *self, FettleClockHolder holder, gint64 spent)
{
  const char *name = fettle_words_clock_holder (NULL, holder);
  gboolean runs = self->job->summary->clock == holder;
  g_autofree char *span = NULL;
  g_autofree char *part = NULL;

  if (runs)
    spent += fettle_clock_now () - self->loaded_at;
  if (spent < FETTLE_MINUTE && !runs)
    return;
  span = fettle_language_format_span (NULL, spent);
  part = g_markup_printf_escaped (runs ? "<b>%s %s</b>" : "%s %s", name, span);
  g_string_append_printf (line, "%s%s", line->len > 0 ? " · " : "", part);
}

/* The same in opening hours, for whoever asks. */
static void
show_working_times (FettleJobHead *self)
{
  FettleClockTimes times;
  g_autofree char *text = NULL;
  g_autofree char *tip = NULL;

  fettle_clock_times_compute (&times, self->job->events, self->calendar, fettle_clock_now ());
  text = fettle_clock_times_working_text (&times, NULL, FALSE);
  if (self->calendar != NULL && *text != '\0')
    tip = g_strdup_printf (_ ("In opening hours: %s"), text);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->clocks), tip);
}

static void
show_clocks (GtkWidget *widget)
{
  FettleJobHead *self = FETTLE_JOB_HEAD (widget);
  g_autoptr (GString) line = g_string_new (NULL);

  if (self->job == NULL)
    return;
  add_clock (line, self, FETTLE_CLOCK_US, self->job->time_us);
  add_clock (line, self, FETTLE_CLOCK_PART, self->job->time_part);
  add_clock (line, self, FETTLE_CLOCK_CUSTOMER, self->job->time_customer);
  if (self->job->work_time >= FETTLE_MINUTE)
    {
      g_autofree char *work = fettle_language_format_span (NULL, self->job->work_time);

      g_string_append_printf (line, "%s%s %s", line->len > 0 ? " · " : "", C_ ("time spent", "at the bench"), work);
    }
  gtk_label_set_markup (self->clocks, line->str);
  show_working_times (self);
}

static void
append_action (GMenu *menu, const char *label, const char *action, GVariant *target)
{
  g_autoptr (GMenuItem) item = g_menu_item_new (label, NULL);

  g_menu_item_set_action_and_target_value (item, action, target);
  g_menu_append_item (menu, item);
}

static void
fill_move_menu (FettleJobHead *self, FettleShop *shop)
{
  g_autoptr (GMenu) menu = g_menu_new ();

  for (FettleStage to = FETTLE_STAGE_RECEIVED; to <= FETTLE_STAGE_CANCELLED; to++)
    if (to != self->job->summary->stage)
      append_action (menu, fettle_stage_chip_name (shop, to), "job.move", g_variant_new_int32 ((gint32) to));
  gtk_menu_button_set_menu_model (self->move, G_MENU_MODEL (menu));
}

static void
fill_print_menu (FettleJobHead *self)
{
  g_autoptr (GMenu) menu = g_menu_new ();
  g_autoptr (GMenu) previews = g_menu_new ();
  const char *const *ids = fettle_event_words_document_ids ();

  for (guint i = 0; ids[i] != NULL; i++)
    {
      const char *name = fettle_event_words_document (NULL, ids[i]);

      append_action (menu, name, "win.print", g_variant_new ("(xs)", self->job->summary->id, ids[i]));
      append_action (previews, name, "win.preview", g_variant_new ("(xs)", self->job->summary->id, ids[i]));
    }
  g_menu_append_section (menu, _ ("Look First"), G_MENU_MODEL (previews));
  gtk_menu_button_set_menu_model (self->print, G_MENU_MODEL (menu));
}

static GMenuModel *
make_staff_menu (FettleShop *shop)
{
  GMenu *menu = g_menu_new ();

  for (guint i = 0; shop != NULL && i < shop->staff->len; i++)
    {
      FettleStaff *staff = shop->staff->pdata[i];

      if (staff->active)
        append_action (menu, staff->name, "job.assign", g_variant_new_string (staff->name));
    }
  append_action (menu, C_ ("technician", "Nobody"), "job.assign", g_variant_new_string (""));
  return G_MENU_MODEL (menu);
}

static GMenuModel *
make_clock_menu (void)
{
  GMenu *menu = g_menu_new ();

  for (FettleClockHolder holder = FETTLE_CLOCK_US; holder < FETTLE_N_CLOCK_HOLDERS; holder++)
    append_action (menu, fettle_words_clock_holder (NULL, holder), "job.clock", g_variant_new_int32 ((gint32) holder));
  return G_MENU_MODEL (menu);
}

static void
fill_more_menu (FettleJobHead *self, FettleShop *shop)
{
  g_autoptr (GMenu) menu = g_menu_new ();
  g_autoptr (GMenuModel) staff = make_staff_menu (shop);
  g_autoptr (GMenuModel) clock = make_clock_menu ();

  append_action (menu, _ ("Change the Details…"), "job.edit", NULL);
  append_action (menu, _ ("Make a Promise…"), "job.promise", NULL);
  append_action (menu, _ ("Tell the Customer…"), "job.tell", NULL);
  append_action (menu, _ ("The Customer Turned to Us…"), "job.hear", NULL);
  append_action (menu, _ ("Complain About This…"), "after.complain", g_variant_new_int64 (self->job->summary->id));
  append_action (menu, _ ("A Line to One Person…"), "after.line", g_variant_new_int64 (self->job->summary->id));
  g_menu_append_submenu (menu, _ ("Give To"), staff);
  g_menu_append_submenu (menu, _ ("Whose Time Runs"), clock);
  gtk_menu_button_set_menu_model (self->more, G_MENU_MODEL (menu));
}

static void
show_next (FettleJobHead *self)
{
  FettleStage next = fettle_mover_next_stage (self->job->summary->stage);
  const char *words = fettle_words_stage_next (NULL, next);

  gtk_widget_set_visible (GTK_WIDGET (self->next), next != FETTLE_STAGE_NONE);
  gtk_button_set_label (self->next, words);
}

static void
fettle_job_head_finalize (GObject *object)
{
  g_clear_object (&FETTLE_JOB_HEAD (object)->job);
  g_clear_pointer (&FETTLE_JOB_HEAD (object)->calendar, fettle_calendar_unref);
  G_OBJECT_CLASS (fettle_job_head_parent_class)->finalize (object);
}

static void
fettle_job_head_class_init (FettleJobHeadClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = fettle_job_head_finalize;
  g_type_ensure (FETTLE_TYPE_STAGE_CHIP);
  g_type_ensure (FETTLE_TYPE_DUE_LABEL);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/fettle/Fettle/fettle-job-head.ui");
  gtk_widget_class_bind_template_child (widget_class, FettleJobHead, number);
  gtk_widget_class_bind_template_child (widget_class, FettleJobHead, stage);
  gtk_widget_class_bind_template_child (widget_class, FettleJobHead, outcome);
  gtk_widget_class_bind_template_child (widget_class, FettleJobHead, due);
  gtk_widget_class_bind_template_child (widget_class, FettleJobHead, clocks);
  gtk_widget_class_bind_template_child (widget_class, FettleJobHead, next);
  gtk_widget_class_bind_template_child (widget_class, FettleJobHead, move);
  gtk_widget_class_bind_template_child (widget_class, FettleJobHead, print);
  gtk_widget_class_bind_template_child (widget_class, FettleJobHead, more);
}

static void
fettle_job_head_init (FettleJobHead *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  fettle_minute_watch (GTK_WIDGET (self), show_clocks);
}

/**
 * fettle_job_head_set:
 * @job: as just loaded
 */
void
fettle_job_head_set (FettleJobHead *self, FettleJob *job, FettleDesk *desk)
{
  FettleShop *shop = fettle_desk_get_shop (desk);
  gboolean is_open = fettle_stage_is_open (job->summary->stage);

  g_set_object (&self->job, job);
  g_clear_pointer (&self->calendar, fettle_calendar_unref);
  if (fettle_desk_get_calendar (desk) != NULL)
    self->calendar = fettle_calendar_ref (fettle_desk_get_calendar (desk));
  self->loaded_at = fettle_clock_now ();
  gtk_label_set_label (self->number, job->summary->number);
  fettle_stage_chip_set (self->stage, shop, job->summary->stage);
  gtk_label_set_label (self->outcome, fettle_words_outcome (NULL, job->summary->outcome));
  gtk_widget_set_visible (GTK_WIDGET (self->outcome), job->summary->outcome != FETTLE_OUTCOME_NONE);
  fettle_due_label_set_of_job (self->due, job->summary, fettle_desk_get_zone (desk));
  gtk_widget_set_visible (GTK_WIDGET (self->due), is_open);
  gtk_widget_set_visible (GTK_WIDGET (self->move), job->summary->stage != FETTLE_STAGE_HANDED_OVER);
  show_clocks (GTK_WIDGET (self));
  show_next (self);
  fill_move_menu (self, shop);
  fill_print_menu (self);
  fill_more_menu (self, shop);
}
