"""Arrow without types: pyarrow has them for a part of its functions only."""

from typing import Any

import pyarrow as pa
import pyarrow.compute
import pyarrow.parquet

arrow: Any = pa
compute: Any = pa.compute
parquet: Any = pa.parquet

ArrowRows = Any
"""An Arrow table, batch or column."""
