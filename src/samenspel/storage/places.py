"""Where the data stands on this machine."""

import os
from pathlib import Path


def data_folder() -> Path:
    """Return the folder of all data: ``SAMENSPEL_DATA``, else the platform's own place. It need not exist yet."""
    if chosen := os.environ.get("SAMENSPEL_DATA"):
        return Path(chosen).absolute()
    from platformdirs import user_data_path

    return user_data_path("samenspel", appauthor=False)
