<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
    <context>
        <name>CheckRow</name>
        <message>
            <source>Remark</source>
            <translation>备注</translation>
        </message>
        <message>
            <source>Remark: {name}</source>
            <translation>备注：{name}</translation>
        </message>
    </context>
    <context>
        <name>ChecksPanel</name>
        <message>
            <source>All checked</source>
            <translation>已全部检查</translation>
        </message>
        <message>
            <source>Equipment</source>
            <translation>设备检查</translation>
        </message>
        <message>
            <source>Not checked: {names}</source>
            <translation>未检查：{names}</translation>
        </message>
    </context>
    <context>
        <name>Handover</name>
        <message>
            <source>Calls in</source>
            <translation>来电</translation>
        </message>
        <message>
            <source>Calls out</source>
            <translation>去电</translation>
        </message>
        <message>
            <source>Checks</source>
            <translation>查岗</translation>
        </message>
        <message>
            <source>Duty console</source>
            <translation>值守台</translation>
        </message>
        <message>
            <source>Duty seal</source>
            <translation>值班印章</translation>
        </message>
        <message>
            <source>Duty telephone</source>
            <translation>值班电话</translation>
        </message>
        <message>
            <source>Emergency light</source>
            <translation>应急照明</translation>
        </message>
        <message>
            <source>Faulty</source>
            <translation>故障</translation>
        </message>
        <message>
            <source>Fax machine</source>
            <translation>传真机</translation>
        </message>
        <message>
            <source>Feedback</source>
            <translation>反馈</translation>
        </message>
        <message>
            <source>Good</source>
            <translation>正常</translation>
        </message>
        <message>
            <source>Incidents</source>
            <translation>事件</translation>
        </message>
        <message>
            <source>Keys</source>
            <translation>钥匙</translation>
        </message>
        <message>
            <source>Late</source>
            <translation>超时</translation>
        </message>
        <message>
            <source>Limits</source>
            <translation>应报</translation>
        </message>
        <message>
            <source>Log</source>
            <translation>日志</translation>
        </message>
        <message>
            <source>Missing</source>
            <translation>缺</translation>
        </message>
        <message>
            <source>Not checked</source>
            <translation>未检查</translation>
        </message>
        <message>
            <source>On time</source>
            <translation>按时</translation>
        </message>
        <message>
            <source>Orders</source>
            <translation>批示</translation>
        </message>
        <message>
            <source>Printer</source>
            <translation>打印机</translation>
        </message>
        <message>
            <source>Radios</source>
            <translation>对讲机</translation>
        </message>
        <message>
            <source>due {time}</source>
            <translation>应于 {time}</translation>
        </message>
        <message>
            <source>{first}, {second}</source>
            <translation>{first}、{second}</translation>
        </message>
        <message>
            <source>{time}, {minutes} min late</source>
            <translation>{time} 超时 {minutes} 分钟</translation>
        </message>
    </context>
    <context>
        <name>HandoverPage</name>
        <message>
            <source>Equipment not checked: {count}</source>
            <translation>设备 {count} 项未检查</translation>
        </message>
        <message>
            <source>Handover</source>
            <translation>交接班</translation>
        </message>
        <message>
            <source>Handover sheet {date}</source>
            <translation>值班交接班记录 {date}</translation>
        </message>
        <message>
            <source>No shift covers this moment</source>
            <translation>此刻没有班次</translation>
        </message>
        <message>
            <source>Preview and print</source>
            <translation>预览打印</translation>
        </message>
        <message>
            <source>Save PDF</source>
            <translation>另存 PDF</translation>
        </message>
        <message>
            <source>Save the sheet</source>
            <translation>保存交接班记录</translation>
        </message>
        <message>
            <source>Saved: {name}</source>
            <translation>已保存：{name}</translation>
        </message>
        <message>
            <source>Shift in hand</source>
            <translation>在办班次</translation>
        </message>
        <message>
            <source>Shift now</source>
            <translation>当前班次</translation>
        </message>
        <message>
            <source>The sheet is composed from the shift of the roster.</source>
            <translation>交接班记录按值班表的班次生成。</translation>
        </message>
        <message>
            <source>To the roster</source>
            <translation>去排班</translation>
        </message>
        <message>
            <source>Try again</source>
            <translation>重试</translation>
        </message>
    </context>
    <context>
        <name>IncidentsPanel</name>
        <message>
            <source>Incidents and limits</source>
            <translation>事件与时限</translation>
        </message>
        <message>
            <source>No incident in this shift</source>
            <translation>本班没有事件</translation>
        </message>
        <message>
            <source>{count} more on the sheet</source>
            <translation>另有 {count} 件，见右侧记录</translation>
        </message>
    </context>
    <context>
        <name>ItemRow</name>
        <message>
            <source>Finish</source>
            <translation>办结</translation>
        </message>
        <message>
            <source>Finished</source>
            <translation>记为办结</translation>
        </message>
        <message>
            <source>Result</source>
            <translation>办理结果</translation>
        </message>
        <message>
            <source>Result; may stay empty</source>
            <translation>办理结果，可不填</translation>
        </message>
        <message>
            <source>by {time}</source>
            <translation>{time} 前</translation>
        </message>
        <message>
            <source>overdue, {time}</source>
            <translation>已过 {time}</translation>
        </message>
    </context>
    <context>
        <name>ItemsPanel</name>
        <message>
            <source>Add</source>
            <translation>添加</translation>
        </message>
        <message>
            <source>By when</source>
            <translation>时限</translation>
        </message>
        <message>
            <source>Nothing is left to the next shift.</source>
            <translation>没有移交下一班的事项。</translation>
        </message>
        <message>
            <source>Unfinished</source>
            <translation>未完事项</translation>
        </message>
        <message>
            <source>What is still to be done</source>
            <translation>还要办什么</translation>
        </message>
        <message>
            <source>Who answers for it</source>
            <translation>责任人</translation>
        </message>
    </context>
    <context>
        <name>NotePanel</name>
        <message>
            <source>Notes</source>
            <translation>交班说明</translation>
        </message>
        <message>
            <source>Saved {time}</source>
            <translation>已存 {time}</translation>
        </message>
        <message>
            <source>What the next shift must know and no list says</source>
            <translation>接班人须知而清单上没有的事</translation>
        </message>
        <message>
            <source>{count} characters; at most {most} fit.</source>
            <translation>已写 {count} 字，最多 {most} 字。</translation>
        </message>
    </context>
    <context>
        <name>SheetPreview</name>
        <message>
            <source>The sheet as it will print</source>
            <translation>打印样张</translation>
        </message>
        <message>
            <source>The sheet is being made</source>
            <translation>正在生成交接班记录</translation>
        </message>
    </context>
    <context>
        <name>ShiftPanel</name>
        <message>
            <source>Handing over</source>
            <translation>交接</translation>
        </message>
        <message>
            <source>Incoming</source>
            <translation>接班</translation>
        </message>
        <message>
            <source>Nobody</source>
            <translation>缺岗</translation>
        </message>
        <message>
            <source>Outgoing</source>
            <translation>交班</translation>
        </message>
        <message>
            <source>To the roster</source>
            <translation>去排班</translation>
        </message>
    </context>
</TS>
