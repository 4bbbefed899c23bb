"""What the page says of itself."""

from desktop.pages.home.page import HomePage
from desktop.pages.spec import PageSpec, translate

PAGE = PageSpec(
    name="home",
    icon="home",
    title=lambda: translate("Actions", "&Home"),
    purpose=lambda: translate("Pages", "What to do first, samples, and what was open last"),
    make=lambda context, _: HomePage(context),
    shortcut="Alt+Home",
)
