"""What drf-spectacular cannot know of our requests and answers, put into the schema after all else."""

from typing import Any


def sparse_answers(result: Any, **_: Any) -> Any:
    """drf-spectacular's hook: where an operation takes `fields`, its records are whole, or have some of the members."""
    schemas = result["components"]["schemas"]
    for path in result["paths"].values():
        for operation in path.values():
            if any(parameter["name"] == "fields" for parameter in operation.get("parameters", [])):
                answer = operation["responses"]["200"]["content"]["application/json"]
                _loosen(answer, schemas)
    result["components"]["schemas"] = dict(sorted(schemas.items()))
    return result


def plain_requests(result: Any, **_: Any) -> Any:
    """drf-spectacular's hook: a filter that is left empty is none, and a web page is handed in as text."""
    for path in result["paths"].values():
        for operation in path.values():
            names = {parameter["name"] for parameter in operation.get("parameters", [])}
            for parameter in operation.get("parameters", []) if "fields" in names else ():
                if parameter["in"] == "query" and parameter["name"] not in {"cursor", "page_size"}:
                    parameter["allowEmptyValue"] = True
            content = operation.get("requestBody", {}).get("content", {})
            if "text/html" in content:
                content["text/html"] = {"schema": {"type": "string", "minLength": 1}}
    return result


def _loosen(answer: Any, schemas: Any) -> None:
    name = answer["schema"]["$ref"].rpartition("/")[2]
    page = schemas[name].get("properties", {}).get("results")
    if page is None:
        answer["schema"] = _either(name, schemas)
    elif "$ref" in page["items"]:  # else another operation has the same page
        page["items"] = _either(page["items"]["$ref"].rpartition("/")[2], schemas)


def _either(name: str, schemas: Any) -> dict[str, Any]:
    """The schema of a whole record or of some of its members."""
    some = {key: value for key, value in schemas[name].items() if key != "required"}
    schemas[f"Some{name}"] = {**some, "description": f"With `fields`, those members of {name} that it names."}
    return {"anyOf": [{"$ref": f"#/components/schemas/{name}"}, {"$ref": f"#/components/schemas/Some{name}"}]}
