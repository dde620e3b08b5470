"""Loading the pipeline."""

import subprocess
import sys


def test_spacy_is_not_imported_before_a_text_is_read() -> None:
    code = (
        "import sys, claims.extraction, claims.matching.stories, claims.detection.engine\n"
        "sys.exit('spacy' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
