#include "app/json.h"

void json_print(cJSON *root, struct buf *out)
{
    char *text = cJSON_Print(root);
    cJSON_Delete(root);
    if (!text)
        memory_exhausted();
    buf_text(out, text);
    buf_char(out, '\n');
    cJSON_free(text);
}
