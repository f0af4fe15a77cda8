"""The 43 kinds of services and structures."""

from graph.model.lists.entry import CodedList
from graph.model.lists.kinds.adults import ADULTS
from graph.model.lists.kinds.care import CARE
from graph.model.lists.kinds.children import CHILDREN
from graph.model.lists.kinds.support import SUPPORT

SERVICE_KINDS = CodedList("service_kinds", (*ADULTS, *CHILDREN, *CARE, *SUPPORT))
