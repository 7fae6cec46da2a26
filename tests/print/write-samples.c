/* write-samples.c: writes every sample on every paper as PDF into a folder, to be looked at.
 *
 * Usage: write-samples FOLDER [LANGUAGE]. Without a language each sample has its own. It is no test: what it writes is
 * read by test-pdf.py, or judged by eye.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "samples.h"

static gboolean
write_sample (const char *folder, const char *language, FettleDocumentKind document, SampleKind kind, FettlePaper paper)
{
  g_autoptr (FettleDocument) made
      = sample_document_in (document, kind, paper, language != NULL ? language : sample_language (kind));
  g_autoptr (GError) error = NULL;
  g_autofree char *name = g_strdup_printf ("%s-%s-%s.pdf", fettle_document_kind_id (document), fettle_paper_id (paper),
                                           sample_name (kind));
  g_autofree char *path = g_build_filename (folder, name, NULL);

  if (fettle_document_write_pdf (made, path, &error))
    return TRUE;
  g_printerr ("%s\n", error->message);
  return FALSE;
}

int
main (int argc, char **argv)
{
  gboolean done = TRUE;

  if (argc != 2 && argc != 3)
    {
      g_printerr ("usage: write-samples FOLDER [LANGUAGE]\n");
      return 2;
    }
  for (int document = 1; document < FETTLE_N_DOCUMENTS; document++)
    for (int paper = 1; paper < FETTLE_N_PAPERS; paper++)
      for (int kind = 0; kind < N_SAMPLES; kind++)
        if (fettle_document_kind_is_of_job (document) && document != FETTLE_DOCUMENT_LETTER
            && fettle_document_kind_takes (document, paper))
          done = write_sample (argv[1], argv[2], document, kind, paper) && done;
  return done ? 0 : 1;
}
