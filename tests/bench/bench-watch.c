/* bench-watch.c: how long a main loop is held between two of its polls.
 *
 * The loop's own poll function is wrapped: from its end to its next beginning nothing can be drawn and no key is heard.
 * Time for which another program had the processor is not ours and is taken off. There is one watch a program; main
 * thread.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "bench.h"

static struct
{
  GPollFunc poll;
  double since, processor_since, waited_since;
  double excused, excused_processor;
  BenchWatched seen;
} watch;

/* How long this thread stood ready and another program had the processor, as the kernel counts it; 0 where it does not.
 */
static double
waited_ms (void)
{
  g_autofree char *text = NULL;
  g_auto (GStrv) words = NULL;

  if (!g_file_get_contents ("/proc/thread-self/schedstat", &text, NULL, NULL))
    return 0.0;
  words = g_strsplit (text, " ", 3);
  return g_strv_length (words) == 3 ? g_ascii_strtod (words[1], NULL) / 1e6 : 0.0;
}

static int
watching_poll (GPollFD *fds, guint n, int timeout)
{
  double time = bench_ms () - watch.since - (waited_ms () - watch.waited_since);
  double without = time - watch.excused;
  int ready;

  if (watch.since > 0.0)
    {
      g_array_append_val (watch.seen.held, time);
      g_array_append_val (watch.seen.held_without, without);
      watch.seen.longest_processor
          = MAX (watch.seen.longest_processor, bench_processor_ms () - watch.processor_since - watch.excused_processor);
    }
  ready = watch.poll (fds, n, timeout);
  watch.waited_since = waited_ms ();
  watch.since = bench_ms ();
  watch.processor_since = bench_processor_ms ();
  watch.excused = 0.0;
  watch.excused_processor = 0.0;
  return ready;
}

/* From now on each turn of the loop is written down. */
void
bench_watch_begin (void)
{
  watch.seen.held = g_array_new (FALSE, FALSE, sizeof (double));
  watch.seen.held_without = g_array_new (FALSE, FALSE, sizeof (double));
  watch.poll = g_main_context_get_poll_func (NULL);
  g_main_context_set_poll_func (NULL, watching_poll);
}

/* Of the present turn, so much went into what is measured apart, such as the drawing of a frame. */
void
bench_watch_excuse (double ms, double processor_ms)
{
  watch.excused += ms;
  watch.excused_processor += processor_ms;
}

/* Forgets what was seen so far. */
void
bench_watch_forget (void)
{
  g_array_set_size (watch.seen.held, 0);
  g_array_set_size (watch.seen.held_without, 0);
  watch.seen.longest_processor = 0.0;
}

const BenchWatched *
bench_watch_seen (void)
{
  return &watch.seen;
}

void
bench_watch_end (void)
{
  g_main_context_set_poll_func (NULL, watch.poll);
  g_array_unref (watch.seen.held);
  g_array_unref (watch.seen.held_without);
  watch.since = 0.0;
}
