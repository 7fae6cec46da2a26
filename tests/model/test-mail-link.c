/* test-mail-link.c: a mail as an address that every mail program reads the same way.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "fettle-mail-link.h"

static void
test_links (void)
{
  static const struct
  {
    const char *address;
    const char *subject;
    const char *body;
    const char *link;
  } cases[] = {
    { "li@example.org", "Ready", "Come", "mailto:li@example.org?subject=Ready&body=Come" },
    { "li@example.org", NULL, "Come", "mailto:li@example.org?body=Come" },
    { NULL, "", "Come", "mailto:?body=Come" },
    { "a b@x.org", "A & B = ?", "one\ntwo\r\n",
      "mailto:a%20b@x.org?subject=A%20%26%20B%20%3D%20%3F&body=one%0D%0Atwo%0D%0A" },
    { "x@y.org?cc=z@y.org", "100%", "+", "mailto:x@y.org%3Fcc%3Dz@y.org?subject=100%25&body=%2B" },
    { "x@y.org", "您好", "", "mailto:x@y.org?subject=%E6%82%A8%E5%A5%BD&body=" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *link = fettle_mail_link (cases[i].address, cases[i].subject, cases[i].body);

      g_assert_cmpstr (link, ==, cases[i].link);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/mail-link/links", test_links);
  return g_test_run ();
}
