import pytest
from pytest_django import Settings


@pytest.fixture(autouse=True)
def _static_files(settings: Settings) -> None:
    """Tests collect no static files, and whitenoise warns of the missing folder unless it looks again each time."""
    settings.WHITENOISE_AUTOREFRESH = True
