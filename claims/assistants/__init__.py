"""A server of the Model Context Protocol: what language models ask when somebody asks them about a claim.

Each tool is one operation of the REST API, called inside this process: the same views answer, with the same filters,
permissions, keys, limits and refusals, and the tools' schemas are those of the API's own document. So a tool can show
nothing that the API would not, and there is one contract to keep. https://modelcontextprotocol.io
"""
