#!/bin/sh
# Prints the PDF sample from its page with LibreOffice (7.4 made the one that is kept): a PDF of another producer, as archives get
# them. Amiri must be known to fontconfig. What changes from run to run, the time and the identifiers, is set to the article's day.
set -eu
cd -- "$(dirname -- "$0")"
out=../../main/samples
soffice --headless --infilter="HTML (StarWriter)" --convert-to pdf:writer_pdf_Export --outdir "$out" electric-buses.html
LC_ALL=C sed -i \
  -e "s|/CreationDate(D:[0-9]*Z')|/CreationDate(D:20230508060000Z')|" \
  -e 's|<[0-9A-F]\{32\}>|<00000000000000000000000020230508>|g' \
  -e 's|/DocChecksum /[0-9A-F]\{32\}|/DocChecksum /00000000000000000000000020230508|' \
  "$out/electric-buses.pdf"
