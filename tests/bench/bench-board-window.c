/* bench-board-window.c: the real window on a file, worked on, and how long each kind of work held the main loop.
 *
 * Prints a line a phase: its name, the longest turn of the main loop without the toolkit's drawing, the same with it,
 * what the longest used of the processor without drawing, and how many turns there were. Drawing is the frame clock's
 * paint: without a graphics card that is Cairo filling pixels, and grows with the window and not with the shop. Started
 * by fettle-bench on a virtual display; main thread.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "bench.h"

#include <adwaita.h>

#include "fettle-board-lane.h"
#include "fettle-desk.h"
#include "fettle-job-store.h"
#include "fettle-window.h"

#define TURNS    12
#define QUIET_MS 400.0

typedef struct
{
  FettleStore *store;
  FettleDesk *desk;
  FettleWindow *window;
  const char *path;
  double paints_since, paints_processor_since;
} Stage;

static void
on_after_layout (GdkFrameClock *clock, Stage *stage)
{
  stage->paints_since = bench_ms ();
  stage->paints_processor_since = bench_processor_ms ();
}

static void
on_after_paint (GdkFrameClock *clock, Stage *stage)
{
  if (stage->paints_since > 0.0)
    bench_watch_excuse (bench_ms () - stage->paints_since, bench_processor_ms () - stage->paints_processor_since);
  stage->paints_since = 0.0;
}

static gboolean
on_tick (gpointer data)
{
  return G_SOURCE_CONTINUE;
}

/* Turns the loop until nothing took long for a while. */
static void
settle (Stage *stage)
{
  double quiet_since = bench_ms ();

  while (bench_ms () - quiet_since < QUIET_MS)
    {
      double begins = bench_processor_ms ();

      g_main_context_iteration (NULL, TRUE);
      if (bench_processor_ms () - begins > 2.0)
        quiet_since = bench_ms ();
    }
}

static void
begin_phase (Stage *stage)
{
  settle (stage);
  bench_watch_forget ();
}

static void
end_phase (Stage *stage, const char *name)
{
  const BenchWatched *seen;

  settle (stage);
  seen = bench_watch_seen ();
  g_print ("%s\t%.2f\t%.2f\t%.2f\t%u\n", name, bench_quantile (seen->held_without, 1.0),
           bench_quantile (seen->held, 1.0), seen->longest_processor, seen->held->len);
}

static GtkWidget *
find (GtkWidget *top, GType type, guint *nth)
{
  if (G_TYPE_CHECK_INSTANCE_TYPE (top, type) && (*nth)-- == 0)
    return top;
  for (GtkWidget *child = gtk_widget_get_first_child (top); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find (child, type, nth);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static GtkWidget *
part (Stage *stage, GType type, guint nth)
{
  return find (fettle_window_get_page (stage->window, "board"), type, &nth);
}

static FettleBoardLane *
lane (Stage *stage, FettleStage of)
{
  return FETTLE_BOARD_LANE (part (stage, FETTLE_TYPE_BOARD_LANE, of - FETTLE_STAGE_RECEIVED));
}

static guint
count_in (Stage *stage, FettleStage of)
{
  return fettle_board_lane_get_jobs (lane (stage, of))->len;
}

static void
open_board (Stage *stage)
{
  begin_phase (stage);
  gtk_widget_activate_action (GTK_WIDGET (stage->window), "win.show-place", "s", "board");
  while (count_in (stage, FETTLE_STAGE_READY) == 0)
    g_main_context_iteration (NULL, TRUE);
  end_phase (stage, "opened");
  begin_phase (stage);
  gtk_widget_activate_action (GTK_WIDGET (stage->window), "win.show-place", "s", "bench");
  settle (stage);
  gtk_widget_activate_action (GTK_WIDGET (stage->window), "win.show-place", "s", "board");
  end_phase (stage, "come back to");
}

static void
move_first (Stage *stage, FettleStage from, FettleStage to)
{
  FettleJobSummary *job;
  gint64 id;

  if (!fettle_board_lane_pick (lane (stage, from), 0))
    return;
  job = fettle_board_lane_get_picked (lane (stage, from), NULL);
  id = job->id;
  gtk_widget_activate_action (fettle_window_get_page (stage->window, "board"), "board.move", "i", (gint32) to);
  while ((job = fettle_board_lane_get_picked (lane (stage, to), NULL)) == NULL || job->id != id)
    g_main_context_iteration (NULL, TRUE);
  settle (stage);
}

static void
move_cards (Stage *stage)
{
  begin_phase (stage);
  for (guint i = 0; i < TURNS; i++)
    move_first (stage, i % 2 == 0 ? FETTLE_STAGE_RECEIVED : FETTLE_STAGE_DIAGNOSING,
                i % 2 == 0 ? FETTLE_STAGE_DIAGNOSING : FETTLE_STAGE_RECEIVED);
  end_phase (stage, "a card moved");
}

/* Another desk moves a card; on a connection of its own, as another program has. */
static gpointer
move_elsewhere (gpointer data)
{
  FettleMove *move = data;
  const char *path = g_object_get_data (G_OBJECT (move), "path");
  GError *error = NULL;
  g_autoptr (FettleConnection) connection = fettle_connection_open (path, FETTLE_OPEN_EXISTING, &error);

  bench_check (connection != NULL, error);
  bench_check (fettle_job_store_move (connection, move, &error), error);
  return NULL;
}

static void
move_others (Stage *stage)
{
  begin_phase (stage);
  for (guint i = 0; i < TURNS; i++)
    {
      FettleStage from = FETTLE_STAGE_RECEIVED + i % 7, to = FETTLE_STAGE_RECEIVED + (i + 3) % 7;
      FettleJobSummary *job = fettle_board_lane_get_jobs (lane (stage, from))->pdata[i];
      g_autoptr (FettleMove) move = fettle_move_new ();
      guint n = count_in (stage, to);
      GThread *thread;

      move->job_id = job->id;
      move->to = to;
      move->note = g_strdup ("Seen to at the other desk");
      g_object_set_data (G_OBJECT (move), "path", (gpointer) stage->path);
      thread = g_thread_new ("desk", move_elsewhere, move);
      while (count_in (stage, to) == n)
        g_main_context_iteration (NULL, TRUE);
      g_thread_join (thread);
      settle (stage);
    }
  end_phase (stage, "another desk's move");
}

static void
filter (Stage *stage)
{
  static const char *const texts[] = { "s", "sc", "scr", "scre", "screen", "a", "", "20", "2026", "zzzz", "" };
  GtkEditable *entry = GTK_EDITABLE (part (stage, GTK_TYPE_SEARCH_ENTRY, 0));

  begin_phase (stage);
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      gtk_editable_set_text (entry, texts[i]);
      settle (stage);
    }
  end_phase (stage, "a filter typed");
}

static void
scroll (Stage *stage)
{
  GtkWidget *view = find (GTK_WIDGET (lane (stage, FETTLE_STAGE_RECEIVED)), GTK_TYPE_LIST_VIEW, &(guint){ 0 });
  GtkAdjustment *place = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (view));

  begin_phase (stage);
  for (guint i = 0; i < 40; i++)
    {
      gtk_adjustment_set_value (place, gtk_adjustment_get_value (place) + 300);
      for (guint turn = 0; turn < 4; turn++)
        g_main_context_iteration (NULL, TRUE);
    }
  end_phase (stage, "a lane scrolled");
}

/* Customers and devices: a page of the sidebar with a list, opened, gone through, and searched. */
static void
look_through (Stage *stage, const char *place, const char *name)
{
  static const char *const texts[] = { "a", "an", "ann", "7", "" };
  GtkWidget *page, *view, *entry;

  begin_phase (stage);
  gtk_widget_activate_action (GTK_WIDGET (stage->window), "win.show-place", "s", place);
  settle (stage);
  page = fettle_window_get_page (stage->window, place);
  view = find (page, GTK_TYPE_LIST_VIEW, &(guint){ 0 });
  entry = find (page, GTK_TYPE_SEARCH_ENTRY, &(guint){ 0 });
  for (guint i = 1; view != NULL && i <= TURNS; i++)
    {
      GtkAdjustment *at = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (view));

      gtk_adjustment_set_value (at, gtk_adjustment_get_upper (at) / TURNS * i);
      settle (stage);
    }
  for (guint i = 0; entry != NULL && i < G_N_ELEMENTS (texts); i++)
    {
      gtk_editable_set_text (GTK_EDITABLE (entry), texts[i]);
      settle (stage);
    }
  end_phase (stage, name);
}

static void
play (Stage *stage)
{
  GdkFrameClock *clock;

  clock = gtk_widget_get_frame_clock (GTK_WIDGET (stage->window));
  g_signal_connect_after (clock, "layout", G_CALLBACK (on_after_layout), stage);
  g_signal_connect_after (clock, "after-paint", G_CALLBACK (on_after_paint), stage);
  open_board (stage);
  move_cards (stage);
  move_others (stage);
  filter (stage);
  scroll (stage);
  look_through (stage, "customers", "the customers gone through");
  look_through (stage, "units", "the devices gone through");
}

static void
on_activate (GApplication *application, Stage *stage)
{
  GError *error = NULL;

  stage->store = fettle_store_open (stage->path, FETTLE_OPEN_EXISTING, &error);
  bench_check (stage->store != NULL, error);
  stage->desk = fettle_desk_new (stage->store, "Counter 1");
  stage->window = FETTLE_WINDOW (fettle_window_new (GTK_APPLICATION (application)));
  gtk_window_set_default_size (GTK_WINDOW (stage->window), 1366, 768);
  fettle_window_set_desk (stage->window, stage->desk);
  gtk_window_present (GTK_WINDOW (stage->window));
  bench_watch_begin ();
  g_timeout_add (10, on_tick, NULL);
  settle (stage);
  play (stage);
  bench_watch_end ();
  gtk_window_destroy (GTK_WINDOW (stage->window));
  g_clear_object (&stage->desk);
  fettle_store_close (stage->store);
  g_clear_object (&stage->store);
}

int
main (int argc, char **argv)
{
  Stage stage = { .path = argc > 1 ? argv[1] : "" };
  g_autoptr (AdwApplication) application = adw_application_new ("org.fettle.Fettle", G_APPLICATION_NON_UNIQUE);

  /* Where the style sheet lies. */
  g_application_set_resource_base_path (G_APPLICATION (application), "/org/fettle/Fettle");
  g_signal_connect (application, "activate", G_CALLBACK (on_activate), &stage);
  return g_application_run (G_APPLICATION (application), 1, argv);
}
