"""What the window needs and Qt has no part in, to be imported before Qt.

PySide reads the source of every module that is imported after it, to see whether it switches on one of PySide's
features: of the hundreds that have nothing to do with Qt, this takes a tenth of the time to the first picture.
"""

import core.data.profile
import core.data.reading
import core.engine.connection
import core.engine.review
import core.engine.taking
import core.engine.waiting
import core.llm.download
import core.report.export
import core.report.html
import core.report.run_details
import core.report.spreadsheet
import core.report.weighing
import core.store.history
import core.store.logbook
import core.store.places  # noqa: F401 - they are imported for those who need them later
